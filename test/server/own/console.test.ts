import { expect, it, onTestFinished } from "vitest";
import { serving } from "../serving.ts";

const HTML = { headers: { accept: "text/html,application/xhtml+xml" } };
const PAGE = { html: "<!doctype html><title>console</title>", policy: "default-src 'none'; connect-src 'self'" };
const consolePage = async () => PAGE;
const until = onTestFinished;

it("shows browsers a page with its policy, that nothing keeps, frames or takes for something else", async () => {
  const { url } = await serving({ consolePage, adminToken: "a-token-of-enough-characters", until });
  const response = await fetch(`${url}/`, HTML);
  expect([response.status, await response.text()]).toEqual([200, PAGE.html]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `${PAGE.policy}; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect((await fetch(`${url}/v1/keys`, HTML)).status).toBe(401); // the page is for all, what it asks is not
});

it("is for browsers alone, under a name of this machine, on the port of administration where there is one", async () => {
  const { url, adminUrl } = await serving({ consolePage, adminPort: 0, until });
  expect((await fetch(`${url}/`, HTML)).status).not.toBe(200);
  expect((await fetch(`${adminUrl}/`, HTML)).status).toBe(200);
  expect((await fetch(`${adminUrl}/`)).status).toBe(404);
  const foreign = await fetch(`${adminUrl}/`, { headers: { ...HTML.headers, origin: "https://evil.example" } });
  expect(foreign.status).toBe(403);
});

it("says where the page is missing what makes it", async () => {
  for (const missing of [undefined, async () => undefined]) {
    const { url } = await serving({ consolePage: missing, until });
    const response = await fetch(`${url}/`, HTML);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(
      "The console is not here: dist/web/console.html is missing [KW002]\n  in a clone: `npm run build`\n",
    );
  }
});
