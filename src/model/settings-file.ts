/** Read in the working directory, where it is there. */
export const settingsFileName = "wholesale-import.config.json";
