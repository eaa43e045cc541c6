// The only two things that a string may become here: the site's own workers, and the sheets that the library renders.

const WORKERS = ["explorer/worker.js", "offline.js"].map((path) => new URL(`../${path}`, import.meta.url).href);

const rules = {
  createScriptURL(address) {
    if (WORKERS.includes(address)) {
      return address;
    }
    throw new TypeError("this is no worker of the site");
  },
  createHTML: (text) => text,
};

const policy = globalThis.trustedTypes?.createPolicy("vsys-site", rules) ?? rules;

/** The address of one of the site's workers. */
export function workerAddress(path) {
  return policy.createScriptURL(new URL(`../${path}`, import.meta.url).href);
}

/** A document that is parsed and never run: scripts in it are dead. */
export function parsed(html) {
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}
