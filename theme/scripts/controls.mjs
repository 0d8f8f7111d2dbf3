// The controls of controls.html, in the words of the site; the build puts this module's values in.

export const controls = { listen: "", palette: "", reading: "", share: "" };
