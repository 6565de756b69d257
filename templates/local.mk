# What 'safar pack new' makes a pack from: texts with terms between two @, which terms.tsv gives for each language.
nobase_dist_pkgdata_DATA += \
	templates/conduct/facts.yaml \
	templates/conduct/pack.yaml \
	templates/conduct/po/ru.po \
	templates/conduct/po/uz.po \
	templates/conduct/terms.tsv \
	templates/conduct/units/first-week.yaml \
	templates/language/pack.yaml \
	templates/language/po/ru.po \
	templates/language/po/uz.po \
	templates/language/terms.tsv \
	templates/language/units/in-the-break.yaml \
	templates/programme/pack.yaml \
	templates/programme/po/ru.po \
	templates/programme/po/uz.po \
	templates/programme/programmes/ready.yaml \
	templates/programme/terms.tsv \
	templates/workplace/pack.yaml \
	templates/workplace/po/ru.po \
	templates/workplace/po/uz.po \
	templates/workplace/terms.tsv \
	templates/workplace/units/what-you-wear.yaml
