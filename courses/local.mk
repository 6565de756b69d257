# The courses that come with safar, installed as they are; make lists writes this.
nobase_dist_pkgdata_DATA = \
	courses/COPYING \
	courses/REVIEW.md \
	courses/belgium/pack.yaml \
	courses/belgium/po/ru.po \
	courses/belgium/po/uz.po \
	courses/belgium/programmes/brussels.yaml \
	courses/belgium/programmes/flanders.yaml \
	courses/belgium/programmes/german-speaking.yaml \
	courses/belgium/programmes/wallonia.yaml \
	courses/conduct-belgium/facts.yaml \
	courses/conduct-belgium/pack.yaml \
	courses/conduct-belgium/po/ru.po \
	courses/conduct-belgium/po/uz.po \
	courses/conduct-belgium/units/contract-and-pay.yaml \
	courses/dutch-a1/pack.yaml \
	courses/dutch-a1/po/ru.po \
	courses/dutch-a1/po/uz.po \
	courses/dutch-a1/units/first-day.yaml \
	courses/dutch-a1/units/letters.yaml \
	courses/dutch-a1/units/numbers-and-time.yaml \
	courses/french-a1/pack.yaml \
	courses/french-a1/po/ru.po \
	courses/french-a1/po/uz.po \
	courses/french-a1/units/first-day.yaml \
	courses/french-a1/units/letters.yaml \
	courses/german-a1/pack.yaml \
	courses/german-a1/po/ru.po \
	courses/german-a1/po/uz.po \
	courses/german-a1/units/first-day.yaml \
	courses/german-a1/units/letters.yaml \
	courses/workplace-safety/facts.yaml \
	courses/workplace-safety/pack.yaml \
	courses/workplace-safety/po/ru.po \
	courses/workplace-safety/po/uz.po \
	courses/workplace-safety/units/danger-and-112.yaml \
	courses/workplace-safety/units/signs-and-protection.yaml
