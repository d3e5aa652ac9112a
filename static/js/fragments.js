// An address names a comment that is on another page of the thread: on to where it stands.
"use strict";

const fragment = location.hash.slice(1);
const { fragments } = document.getElementById("comments").dataset;

if (/^(comment-|c)\d+$/.test(fragment) && !document.getElementById(fragment)) {
  const address = fragments.replace("/-/", `/${fragment}/`);
  const answer = await fetch(address, { method: "HEAD", redirect: "manual" });
  if (answer.type === "opaqueredirect") location.replace(address);
}
