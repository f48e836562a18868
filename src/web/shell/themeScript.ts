/** Where the browser remembers a chosen theme. */
export const themeStorageKey = "fincord.theme";

/** Runs in the document's head, before anything is painted, so that a chosen theme never flashes. */
export const themeScript = `try{const t=localStorage.getItem("${themeStorageKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
