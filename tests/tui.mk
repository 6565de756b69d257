# unit tests of src/tui
