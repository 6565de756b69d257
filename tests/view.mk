# unit tests of src/view
