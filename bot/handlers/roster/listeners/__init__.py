"""The clicks and forms of the roster, one module for each act."""
