// Takes the pictures of the documents: bin/pictures.
import config from "./playwright.config.ts";

export default { ...config, testDir: "pictures", projects: [{ name: "pictures" }] };
