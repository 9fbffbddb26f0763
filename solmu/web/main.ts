// What every page loads: the typefaces, the styles and htmx.
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "htmx.org";
