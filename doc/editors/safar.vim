" Vim: put this into ~/.vim/after/ftplugin/yaml.vim. :make runs the check and jumps to the first finding;
" :cnext goes on to the next. Start Vim in the folder of the pack.
setlocal expandtab shiftwidth=2 softtabstop=2 autoindent fileencoding=utf-8
setlocal makeprg=safar\ pack\ check\ .
setlocal errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m
