noinst_LIBRARIES += src/app/libapp.a
src_app_libapp_a_SOURCES = src/app/app.h src/app/check.h src/app/export.h src/app/home.h src/app/import.h src/app/lesson.h src/app/packs.h src/app/people.h src/app/readiness.h src/app/setup.h 
