-- Neovim 0.11 or newer: put this into ~/.config/nvim/after/lsp/yamlls.lua and enable it by
-- vim.lsp.enable('yamlls') in init.lua. Needs the program yaml-language-server.
return {
  cmd = { 'yaml-language-server', '--stdio' },
  filetypes = { 'yaml' },
  root_markers = { 'pack.yaml' },
  settings = {
    yaml = {
      yamlVersion = '1.1',
      schemas = {
        ['/usr/local/share/safar/safar-pack.schema.json'] = { '**/pack.yaml', '**/facts.yaml', '**/units/*.yaml', '**/programmes/*.yaml' },
      },
    },
  },
}
