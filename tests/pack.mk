# unit tests of src/pack
