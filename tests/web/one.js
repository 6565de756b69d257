// What the verifier's page says of one certificate, on two lines: the finding, and about the passport. one.js CHROMIUM PROFILE PAGE CERTIFICATE PASSPORT
"use strict";
const fs = require("fs");
const browser = require("./browser.js");

const [chromium, profile, page, certificate, number] = process.argv.slice(2);
browser(chromium, profile).then(async (tab) => {
  await tab.open(page);
  await tab.language("en");
  const seen = await tab.check(fs.readFileSync(certificate, "utf8"));
  console.log(`${seen.level}: ${seen.finding}`);
  console.log(await tab.run(`document.getElementById("passport").checkVisibility()`) ? await tab.passport(number) : "no passport asked for");
  await tab.close();
}).catch((e) => { console.log(`broken: ${e.message}`); process.exit(1); });
