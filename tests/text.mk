# unit tests of src/text
