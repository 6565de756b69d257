# tests of the commands
