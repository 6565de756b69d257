# unit tests of src/record
