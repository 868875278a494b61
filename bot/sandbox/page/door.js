// The only way from the page to the sandbox: reads, posts, and the stream that says that something changed.

async function call(path, options) {
  const response = await fetch(`/sandbox/${path}`, options);
  const answer = await response.json().catch(() => null);
  if (answer === null) throw new Error(`HTTP ${response.status}`);
  if (!response.ok && !answer.trouble) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

/** What GET /sandbox/`path` says. Throws when the sandbox does not answer. */
export const read = (path) => call(path, { headers: { Accept: "application/json" } });

/** Posts `body` as JSON; the header shows the sandbox that its own page asks. */
export const post = (path, body = {}) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox": "1" },
    body: JSON.stringify(body),
  });

/** The path of an act of one person. */
export const of = (person, act = "") => `person/${encodeURIComponent(person)}${act && `/${act}`}`;

/** Calls `changed` whenever the workspace changed and `connected(bool)` when the stream opens or breaks. */
export function listen(changed, connected) {
  const stream = new EventSource("/sandbox/changes");
  stream.addEventListener("open", () => {
    connected(true);
    changed();
  });
  stream.addEventListener("message", changed);
  stream.addEventListener("error", () => connected(false));
}
