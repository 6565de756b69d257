# unit tests of src/plain
