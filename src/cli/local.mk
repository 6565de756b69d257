# the programs are listed when the screens and the exporters are there
