// The one entry of every page: the typefaces, the styles, htmx, and the small behaviours.
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "./styles/index.css";
import "htmx.org";
import { watchDialogs } from "./dialogs";
import { watchDrops } from "./drops";
import { watchGuarded } from "./guard";
import { watchMenus } from "./menus";
import { watchPresses } from "./presses";
import { watchRequests } from "./requests";
import { watchToasts } from "./toasts";

watchMenus();
watchDialogs();
watchToasts();
watchDrops();
watchGuarded();
watchPresses();
watchRequests();
