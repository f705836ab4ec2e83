import "./style.css";
import { render } from "preact";
import { Console } from "./console/console.tsx";
import { begin, token } from "./console/model.ts";
import { tokenIn } from "./console/stream.ts";
import { isWorker, work } from "./work/thread.ts";

function start(): void {
  const given = tokenIn(location.hash);
  // Out of the address bar, the history and every link to this page: it stays in memory alone.
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  token.value = given ?? "";
  render(<Console />, document.getElementById("page") as HTMLElement);
  begin();
}

// The skeleton of the page is painted first.
if (isWorker) work();
else requestAnimationFrame(() => setTimeout(start));
