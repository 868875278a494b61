"""The screens of own records and of requests about them."""
