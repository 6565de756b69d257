# manual pages
dist_man_MANS += doc/safar.1
