# manual pages
dist_man_MANS += doc/safar.1
dist_man_MANS += doc/safar-pack.5
packschemadir = $(pkgdatadir)
dist_packschema_DATA = doc/safar-pack.schema.json
# Completion of commands in bash.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = doc/completion/safar
# Samples of settings with which editors know the schema.
editorsdir = $(docdir)/editors
dist_editors_DATA = doc/editors/helix-languages.toml doc/editors/neovim.lua doc/editors/safar.vim doc/editors/vscode-settings.json
# The handbook for authors.
dist_doc_DATA = doc/authoring.md doc/authoring.ru.md doc/authoring.uz.md
