-- Lets nodes sleep that nobody uses: holds a user's connection until they are awake, and tells them while users are
-- connected. A node that says nothing delays nobody for long, and does not keep the others from being woken.

-- The addresses of the nodes, one a line; empty: they never freeze. It is read again while the edge serves.
local FILE = "/etc/coracle/auto-pause"

-- Where nodes listen (docs/node-contract.md).
local PORT = 10246

-- Seconds. Nodes freeze 10 s after they last heard of a user at the earliest.
local ROUND = 5     -- between two rounds of all nodes
local FRESH = 3     -- for so long nobody need be told again
local REREAD = 1    -- how old what was read of the file may be
local CONNECT = 1   -- for a node that is gone
local THAW = 10     -- for one with a lot to do

local nodes, isNode = {}, {}
local isAway = {}   -- those that did not answer when they were last asked
local read, told = -REREAD, -FRESH
local checked = true

local function now()
  local time = core.now()
  return time.sec + time.usec / 1e6
end

local function readNodes()
  if now() - read < REREAD then
    return
  end
  read = now()
  nodes, isNode = {}, {}
  local file = io.open(FILE)
  for address in file and file:lines() or pairs({}) do
    nodes[#nodes + 1] = address
    isNode[address] = true
  end
  if file then
    file:close()
  end
end

local function begin(address, word)
  local socket = core.tcp()
  socket:settimeout(CONNECT)
  if socket:connect(address, PORT) and socket:send(word .. "\n") then
    socket:settimeout(THAW)
    return socket
  end
  socket:close()
end

-- Asks these nodes at the same time; tells which of the answers came.
local function ask(addresses, word)
  local sockets, answers = {}, {}
  for _, address in ipairs(addresses) do
    sockets[address] = begin(address, word)
  end
  for _, address in ipairs(addresses) do
    local answer = sockets[address] and sockets[address]:receive("*l")
    if sockets[address] then
      sockets[address]:close()
    end
    isAway[address] = not answer
    answers[answer or "none"] = true
  end
  return answers
end

-- A frozen node takes connections and answers nothing: checks would call it down, and fill its queues.
local function setChecks(on)
  for _, proxy in pairs(core.proxies) do
    for _, server in pairs(proxy.servers) do
      if on then
        server:check_force_up()
        server:check_enable()
      else
        server:check_disable()
      end
    end
  end
  checked = on
end

local function tellOfUsers(addresses)
  local answers = ask(addresses, "use")
  told = now()
  if answers.thawed or not checked then
    setChecks(true)
  end
end

-- Sessions of nodes are none of users: kubelets of workers reach the API through here.
local function countUsers()
  local count = 0
  for address, entry in pairs(core.proxies.users.stktable:dump()) do
    if not isNode[address] then
      count = count + entry.conn_cur
    end
  end
  return count
end

local function round()
  readNodes()
  if #nodes == 0 then
    return
  end
  if countUsers() > 0 then
    tellOfUsers(nodes)
  elseif ask(nodes, "idle").frozen and checked then
    setChecks(false)
  end
end

core.register_task(function()
  while true do
    round()
    core.sleep(ROUND)
  end
end)

-- A node that did not answer in the last round is not waited for: when it comes back, it is awake.
local function present()
  local addresses = {}
  for _, address in ipairs(nodes) do
    if not isAway[address] then
      addresses[#addresses + 1] = address
    end
  end
  return addresses
end

core.register_action("wake", { "tcp-req" }, function(txn)
  readNodes()
  if #nodes > 0 and not isNode[txn.f:src()] and now() - told > FRESH then
    tellOfUsers(present())
  end
end)
