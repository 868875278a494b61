"""The clicks and forms of own records and of requests about them."""
