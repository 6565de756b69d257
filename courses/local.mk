# bundled courses
