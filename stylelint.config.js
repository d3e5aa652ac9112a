// CONVENTIONS for CSS: tokens, layers, logical properties, block__element, no ids, shallow nesting.
const physical = "/^(margin|padding|border)-(top|right|bottom|left)/";

/** @type {import("stylelint").Config} */
export default {
  extends: "stylelint-config-standard",
  rules: {
    "custom-property-empty-line-before": null,
    "declaration-no-important": true,
    "max-nesting-depth": 2,
    // The newer notation leaves phones of 2022 without a layout.
    "media-feature-range-notation": "prefix",
    "property-disallowed-list": [physical, "float", "left", "right", "top", "bottom"],
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust"] }],
    "selector-class-pattern": [
      "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
      { message: "Classes are block__element--modifier" },
    ],
    "selector-max-id": 0,
  },
  overrides: [{ files: ["**/utilities.css"], rules: { "declaration-no-important": null } }],
};
