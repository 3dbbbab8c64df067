// SPDX-License-Identifier: Apache-2.0
// A browser for the tests: cookies, redirects and the forms of oidc-provider's devInteractions. It goes as far as the
// address on which a device waits. As a program it opens that, too:  node browser.mjs LOGIN URL
import http from "node:http";
import https from "node:https";
import { pathToFileURL } from "node:url";

function request(url, { method = "GET", headers = {}, body } = {}) {
  const { request: send } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers, rejectUnauthorized: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => { text += part; });
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Posts JSON to a method of a server. */
export async function call(base, path, message) {
  const body = JSON.stringify(message);
  const answer = await request(new URL(path, base),
    { method: "POST", headers: { "content-type": "application/json" }, body });
  return { status: answer.status, ...JSON.parse(answer.text) };
}

export class Browser {
  #cookies = [];

  constructor(login) {
    this.login = login;
  }

  #keep(url, lines) {
    for (const line of lines ?? []) {
      const [pair, ...rest] = line.split(";").map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf("="));
      const said = Object.fromEntries(rest.map((part) => part.toLowerCase().split("=")));
      const path = rest.find((part) => /^path=/i.test(part))?.slice(5) ?? "/";
      this.#cookies = this.#cookies.filter((one) => one.name !== name || one.path !== path || one.host !== url.hostname);
      if (said["max-age"] !== "0" && !(said.expires && Date.parse(said.expires) < Date.now())) {
        this.#cookies.push({ name, pair, path, host: url.hostname });
      }
    }
  }

  async #ask(url, form) {
    const cookie = this.#cookies
      .filter((one) => one.host === url.hostname && url.pathname.startsWith(one.path))
      .map((one) => one.pair).join("; ");
    const headers = cookie === "" ? {} : { cookie };
    const answer = form === undefined
      ? await request(url, { headers })
      : await request(url, { method: "POST", body: new URLSearchParams(form).toString(),
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" } });
    this.#keep(url, answer.headers["set-cookie"]);
    return answer;
  }

  /** Follows what a person would. `device` is the address on which a device waits; else `status` and `text` of a page.
   * What `stop` says yes to is not asked for any more and given as `stopped`. */
  async open(address, stop = () => false) {
    let url = new URL(address);
    let form;
    for (let steps = 0; steps < 20; ++steps) {
      if (url.protocol === "http:") {
        return { device: url };
      }
      if (stop(url)) {
        return { stopped: url.href };
      }
      const answer = await this.#ask(url, form);
      form = undefined;
      if (answer.status >= 300 && answer.status < 400) {
        url = new URL(answer.headers.location, url);
        continue;
      }
      const prompt = answer.text.match(/name="prompt" value="(login|consent)"/)?.[1];
      const action = answer.text.match(/<form[^>]* action="([^"]+)"/)?.[1];
      if (prompt === undefined || action === undefined) {
        return { status: answer.status, text: answer.text };
      }
      url = new URL(action, url);
      form = prompt === "login" ? { prompt, login: this.login, password: "any" } : { prompt };
    }
    throw new Error("the sign-in goes in circles");
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { device } = await new Browser(process.argv[2]).open(process.argv[3]);
  if (device !== undefined) {
    await request(device);
  }
}
