import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["static/**/*.js", "**/static/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    rules: {
      complexity: ["error", 8],
      eqeqeq: "error",
      "max-params": ["error", 4],
      "max-statements": ["error", 30],
      "no-implicit-globals": "error",
      "no-restricted-properties": ["error", { property: "innerHTML", message: "Use textContent or a parsed document." }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
