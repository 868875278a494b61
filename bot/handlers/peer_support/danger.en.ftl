### Danger and crime: the button on a supporter's screen

peer_support-danger-button = Danger or crime
