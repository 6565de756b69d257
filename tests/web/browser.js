// A headless Chromium over its debugging pipe, and what a person does on the verifier's page in it. browser(CHROMIUM, PROFILE)
"use strict";
const { spawn } = require("child_process");

async function browser(chromium, profile) {
  const process_ = spawn(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  let next = 0, buffer = "", session;
  const waiting = new Map(), requests = [];
  process_.stdio[4].on("data", (chunk) => {
    buffer += chunk;
    for (let end; (end = buffer.indexOf("\0")) >= 0; buffer = buffer.slice(end + 1)) {
      const message = JSON.parse(buffer.slice(0, end));
      if (message.id) {
        const { resolve, reject } = waiting.get(message.id);
        message.error ? reject(new Error(message.error.message)) : resolve(message.result);
      } else if (message.method === "Network.requestWillBeSent") requests.push(message.params.request.url);
    }
  });
  function send(method, params = {}) {
    const id = ++next;
    process_.stdio[3].write(JSON.stringify({ id, method, params, sessionId: session }) + "\0");
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  }
  async function run(expression) {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception ? exceptionDetails.exception.description : exceptionDetails.text);
    return result.value;
  }
  async function open(file) {
    await send("Page.navigate", { url: "file://" + file });
    // the page is ready once its language is written and its lists are read
    await run(`new Promise((done) => { const look = () => document.getElementById("language") && document.getElementById("language").options.length && document.querySelector("h1").textContent && !document.getElementById("check").disabled ? crypto.subtle.digest("SHA-256", new Uint8Array()).then(() => setTimeout(done, 50)) : requestAnimationFrame(look); look(); })`);
  }
  // What a person sees after pasting a text and pressing the button.
  const language = (tag) => run(`(() => { const s = document.getElementById("language"); s.value = "${tag}"; s.onchange(); })()`);
  const check = (text) => run(`(async () => {
    const at = (id) => document.getElementById(id);
    at("finding").textContent = ""; at("why").textContent = ""; at("fields").replaceChildren(); at("notice").textContent = "";
    at("text").value = ${JSON.stringify(text)};
    at("check").click();
    await new Promise((done) => { const look = () => at("finding").textContent || at("notice").textContent ? done() : requestAnimationFrame(look); look(); });
    return { level: at("finding").className, finding: at("finding").textContent, why: at("why").textContent, notice: at("notice").textContent, fields: at("fields").innerText };
  })()`);
  const passport = (number) => run(`(async () => {
    const at = (id) => document.getElementById(id);
    at("matches").textContent = ""; at("passport").value = ${JSON.stringify(number)};
    at("passport").dispatchEvent(new Event("input"));
    await new Promise((done) => { const look = () => at("matches").textContent ? done() : requestAnimationFrame(look); look(); });
    return at("matches").textContent;
  })()`);
  const close = () => new Promise((done) => { process_.on("exit", done); process_.kill(); });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  session = (await send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  for (const domain of ["Page", "Runtime", "Network"]) await send(`${domain}.enable`);
  return { send, run, open, check, passport, language, requests, close };
}
module.exports = browser;
