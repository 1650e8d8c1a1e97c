-- Drives Neovim's own LSP client as a person would, and writes down what the person sees.
-- Environment: CALQUE_RECIPE, CALQUE_ON_SAVE (from docs/editors.md), CALQUE_FOLDER, CALQUE_OUT.
local out = {}
local folder = vim.env.CALQUE_FOLDER

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function diagnostics()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(list, {line = d.lnum, column = d.col, message = d.message, code = d.code, source = d.source})
  end
  table.sort(list, function(a, b) return a.line < b.line or (a.line == b.line and a.column < b.column) end)
  return list
end

local function wait_for(count)
  local good = vim.wait(20000, function() return #vim.diagnostic.get(0) == count end, 50)
  if not good then error('waited in vain for ' .. count .. ' diagnostics, there are ' .. #vim.diagnostic.get(0)) end
end

-- Chooses the action with this title in the menu that Neovim shows.
local function choose(title)
  local offered = {}
  local chosen = false
  vim.ui.select = function(items, options, on_choice)
    for _, item in ipairs(items) do
      table.insert(offered, options.format_item and options.format_item(item) or tostring(item))
    end
    for i, item in ipairs(items) do
      if offered[i] == title then
        chosen = true
        on_choice(item, i)
        return
      end
    end
    on_choice(nil)
  end
  -- In a script all changes are one for undo; setting this option parts them.
  vim.o.undolevels = vim.o.undolevels
  vim.lsp.buf.code_action()
  vim.wait(20000, function() return #offered > 0 end, 20)
  if not chosen then error('no action “' .. title .. '” among: ' .. table.concat(offered, ' | ')) end
  return offered
end

local function run()
  vim.cmd('cd ' .. folder)
  dofile(vim.env.CALQUE_RECIPE)
  vim.cmd('edit article.txt')
  wait_for(1)
  out.opened = diagnostics()

  -- Typed, in insert mode, below the last line.
  vim.cmd([[execute "normal! GoIt was an big day for the town."]])
  wait_for(2)
  out.typed = diagnostics()

  vim.api.nvim_win_set_cursor(0, {2, 8})
  out.offered = choose('Fix: an → a')
  wait_for(1)
  out.fixed = lines()

  vim.api.nvim_win_set_cursor(0, {1, 17})
  choose('Disable fluency/repeated-phrase for this line')
  wait_for(0)
  out.disabled = lines()

  vim.cmd('normal! u')
  wait_for(1)
  choose('Fix all safe problems of this article')
  wait_for(0)
  out.all = lines()

  vim.cmd('normal! u')
  wait_for(1)
  vim.api.nvim_win_set_cursor(0, {1, 17})
  choose('Ignore this finding: add it to .calque-baseline.json')
  wait_for(0)
  out.ignored = lines()
  vim.cmd('silent write')

  -- A configuration that is broken and mended while the article is open.
  local config = folder .. '/.calquerc.yaml'
  local good = vim.fn.readfile(config)
  vim.fn.writefile({'rules: ['}, config)
  wait_for(1)
  out.broken = diagnostics()
  vim.fn.writefile(good, config)
  wait_for(0)
  -- Fixing on saving; what is ignored stays.
  dofile(vim.env.CALQUE_ON_SAVE)
  vim.cmd([[execute "normal! GoThe rain came with an big wind."]])
  wait_for(1)
  vim.cmd('silent write')
  out.saved = lines()

  vim.lsp.stop_client(vim.lsp.get_active_clients())
end

local good, problem = pcall(run)
if not good then out.problem = tostring(problem) end
vim.fn.writefile({vim.json.encode(out)}, vim.env.CALQUE_OUT)
vim.cmd('qall!')
