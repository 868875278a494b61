"""The harassment regulation Aki as a flow: from "I am not sure it is one" to the check for reprisals."""
