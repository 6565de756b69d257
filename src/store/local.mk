noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES = src/store/certificates.h src/store/log.h src/store/packs.h src/store/people.h src/store/store.h 
