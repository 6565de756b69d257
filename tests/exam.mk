# unit tests of src/exam
