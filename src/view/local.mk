noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = src/view/key.h src/view/page.h src/view/screen.h 
