// Made by `npm run gen` from the property schemas.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/.store/ajv@8.20.0-PgheXDul9MLXkfOxlCxmqA/node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/.store/ajv@8.20.0-PgheXDul9MLXkfOxlCxmqA/node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validator0 = validate20;
var func1 = require_ucs2length().default;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.keys === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "keys" }, message: "must have required property 'keys'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "keys" || key0 === "exclusive")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.keys !== void 0) {
      let data1 = data.keys;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (func1(data2) < 1) {
              const err7 = { instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.exclusive !== void 0) {
      if (typeof data.exclusive !== "boolean") {
        const err10 = { instancePath: instancePath + "/exclusive", schemaPath: "#/properties/exclusive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator1 = validate21;
var schema32 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the lines and their marks are there. Default: present." }, "text": { "type": "string", "description": "The lines between the marks." }, "marker": { "type": "string", "description": "The line before and behind the block, with `{mark}` where BEGIN and END stand. It tells blocks of one file apart. Default: `# {mark} managed by setpoint`.", "minLength": 1 }, "insert_after": { "type": "string", "description": "Put new lines behind the last line that fits this regular expression. Default: the end of the file.", "minLength": 1 }, "insert_before": { "type": "string", "description": "Put new lines before the last line that fits this regular expression, or at the `start` of the file. When no line fits, they go to the end.", "minLength": 1 }, "first_match": { "type": "boolean", "description": "Take the first fitting line instead of the last one. Default: false." }, "create": { "type": "boolean", "description": "Make the file, with mode 0644, when it is not there. Default: false." }, "follow": { "type": "boolean", "description": "Change the target when the path is a symbolic link. Default: false." }, "backup": { "type": "boolean", "description": "Keep the replaced file beside the new one, named by its digest. Default: false." }, "check": { "type": "string", "description": "Shell command that must succeed with the new file in place; otherwise the old file comes back.", "minLength": 1 } }, "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema32.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.text !== void 0) {
      if (typeof data.text !== "string") {
        const err6 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.marker !== void 0) {
      let data2 = data.marker;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/marker", schemaPath: "#/properties/marker/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/marker", schemaPath: "#/properties/marker/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.insert_after !== void 0) {
      let data3 = data.insert_after;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err9 = { instancePath: instancePath + "/insert_after", schemaPath: "#/properties/insert_after/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/insert_after", schemaPath: "#/properties/insert_after/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.insert_before !== void 0) {
      let data4 = data.insert_before;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err11 = { instancePath: instancePath + "/insert_before", schemaPath: "#/properties/insert_before/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/insert_before", schemaPath: "#/properties/insert_before/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.first_match !== void 0) {
      if (typeof data.first_match !== "boolean") {
        const err13 = { instancePath: instancePath + "/first_match", schemaPath: "#/properties/first_match/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err14 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err15 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err16 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data9 = data.check;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err17 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator2 = validate22;
var schema33 = { "type": "object", "properties": { "run": { "type": "string", "description": "Shell script to run.", "minLength": 1 }, "argv": { "type": "array", "items": { "type": "string" }, "description": "Program and arguments, run without a shell: nothing in them is expanded.", "minItems": 1 }, "interpreter": { "type": "string", "description": "Program that reads the script, such as `/bin/bash` or `python3`. Default: /bin/sh.", "minLength": 1 }, "creates": { "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }], "description": "Path, or pattern such as `/opt/app-*.jar`, that the command makes: while it is there, nothing is run." }, "inputs": { "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }], "description": "Files that the result is made from: when one is newer than what `creates` names, the command runs again." }, "removes": { "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }], "description": "Path or pattern that the command does away with: when it is not there, nothing is run." }, "unless": { "type": "string", "description": "Shell script; when it succeeds, nothing is run.", "minLength": 1 }, "only_if": { "type": "string", "description": "Shell script; when it fails, nothing is run.", "minLength": 1 }, "safe_guard": { "type": "boolean", "description": "The scripts of `unless` and `only_if` only read, so the plan may run them. Otherwise they run in the apply alone, right before the command. Default: false." }, "always": { "type": "boolean", "description": "Run in every apply. Required when nothing tells whether the command is needed." }, "cwd": { "type": "string", "description": "Directory to run in. Default: /.", "minLength": 1 }, "env": { "type": "object", "patternProperties": { "^.*$": { "type": "string" } }, "description": "Environment variables of the command." }, "stdin": { "type": "string", "description": "Text that the command reads from its standard input, byte by byte. The place for secrets.", "x-body": "text" }, "timeout_seconds": { "type": "integer", "description": "The command and its children are ended after this time. Default: 300.", "minimum": 1, "maximum": 86400 }, "success_codes": { "type": "array", "items": { "type": "integer", "minimum": 0, "maximum": 255 }, "description": "Exit codes that count as success. Default: 0.", "minItems": 1 } }, "additionalProperties": false };
var pattern4 = new RegExp("^.*$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema33.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data0 = data.run;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.argv !== void 0) {
      let data1 = data.argv;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/argv", schemaPath: "#/properties/argv/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data1[i0] !== "string") {
            const err4 = { instancePath: instancePath + "/argv/" + i0, schemaPath: "#/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/argv", schemaPath: "#/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.interpreter !== void 0) {
      let data3 = data.interpreter;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err6 = { instancePath: instancePath + "/interpreter", schemaPath: "#/properties/interpreter/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/interpreter", schemaPath: "#/properties/interpreter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.creates !== void 0) {
      let data4 = data.creates;
      const _errs11 = errors;
      let valid3 = false;
      const _errs12 = errors;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err8 = { instancePath: instancePath + "/creates", schemaPath: "#/properties/creates/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/creates", schemaPath: "#/properties/creates/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid0 = _errs12 === errors;
      valid3 = valid3 || _valid0;
      const _errs14 = errors;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err10 = { instancePath: instancePath + "/creates", schemaPath: "#/properties/creates/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 === "string") {
            if (func1(data5) < 1) {
              const err11 = { instancePath: instancePath + "/creates/" + i1, schemaPath: "#/properties/creates/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/creates/" + i1, schemaPath: "#/properties/creates/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/creates", schemaPath: "#/properties/creates/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      valid3 = valid3 || _valid0;
      if (!valid3) {
        const err14 = { instancePath: instancePath + "/creates", schemaPath: "#/properties/creates/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      } else {
        errors = _errs11;
        if (vErrors !== null) {
          if (_errs11) {
            vErrors.length = _errs11;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.inputs !== void 0) {
      let data6 = data.inputs;
      const _errs19 = errors;
      let valid6 = false;
      const _errs20 = errors;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err15 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      valid6 = valid6 || _valid1;
      const _errs22 = errors;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err17 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err18 = { instancePath: instancePath + "/inputs/" + i2, schemaPath: "#/properties/inputs/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/inputs/" + i2, schemaPath: "#/properties/inputs/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      var _valid1 = _errs22 === errors;
      valid6 = valid6 || _valid1;
      if (!valid6) {
        const err21 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      } else {
        errors = _errs19;
        if (vErrors !== null) {
          if (_errs19) {
            vErrors.length = _errs19;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.removes !== void 0) {
      let data8 = data.removes;
      const _errs27 = errors;
      let valid9 = false;
      const _errs28 = errors;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err22 = { instancePath: instancePath + "/removes", schemaPath: "#/properties/removes/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/removes", schemaPath: "#/properties/removes/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid2 = _errs28 === errors;
      valid9 = valid9 || _valid2;
      const _errs30 = errors;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err24 = { instancePath: instancePath + "/removes", schemaPath: "#/properties/removes/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        const len3 = data8.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data9 = data8[i3];
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err25 = { instancePath: instancePath + "/removes/" + i3, schemaPath: "#/properties/removes/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/removes/" + i3, schemaPath: "#/properties/removes/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/removes", schemaPath: "#/properties/removes/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      var _valid2 = _errs30 === errors;
      valid9 = valid9 || _valid2;
      if (!valid9) {
        const err28 = { instancePath: instancePath + "/removes", schemaPath: "#/properties/removes/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      } else {
        errors = _errs27;
        if (vErrors !== null) {
          if (_errs27) {
            vErrors.length = _errs27;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.unless !== void 0) {
      let data10 = data.unless;
      if (typeof data10 === "string") {
        if (func1(data10) < 1) {
          const err29 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.only_if !== void 0) {
      let data11 = data.only_if;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err31 = { instancePath: instancePath + "/only_if", schemaPath: "#/properties/only_if/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/only_if", schemaPath: "#/properties/only_if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.safe_guard !== void 0) {
      if (typeof data.safe_guard !== "boolean") {
        const err33 = { instancePath: instancePath + "/safe_guard", schemaPath: "#/properties/safe_guard/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.always !== void 0) {
      if (typeof data.always !== "boolean") {
        const err34 = { instancePath: instancePath + "/always", schemaPath: "#/properties/always/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.cwd !== void 0) {
      let data14 = data.cwd;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err35 = { instancePath: instancePath + "/cwd", schemaPath: "#/properties/cwd/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      } else {
        const err36 = { instancePath: instancePath + "/cwd", schemaPath: "#/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data15 = data.env;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        var props0 = {};
        for (const key1 in data15) {
          if (pattern4.test(key1)) {
            if (typeof data15[key1] !== "string") {
              const err37 = { instancePath: instancePath + "/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/patternProperties/%5E.*%24/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            props0[key1] = true;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.stdin !== void 0) {
      if (typeof data.stdin !== "string") {
        const err39 = { instancePath: instancePath + "/stdin", schemaPath: "#/properties/stdin/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.timeout_seconds !== void 0) {
      let data18 = data.timeout_seconds;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
        const err40 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 > 86400 || isNaN(data18)) {
          const err41 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (data18 < 1 || isNaN(data18)) {
          const err42 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      }
    }
    if (data.success_codes !== void 0) {
      let data19 = data.success_codes;
      if (Array.isArray(data19)) {
        if (data19.length < 1) {
          const err43 = { instancePath: instancePath + "/success_codes", schemaPath: "#/properties/success_codes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        const len4 = data19.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data20 = data19[i4];
          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
            const err44 = { instancePath: instancePath + "/success_codes/" + i4, schemaPath: "#/properties/success_codes/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
          if (typeof data20 == "number" && isFinite(data20)) {
            if (data20 > 255 || isNaN(data20)) {
              const err45 = { instancePath: instancePath + "/success_codes/" + i4, schemaPath: "#/properties/success_codes/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
            if (data20 < 0 || isNaN(data20)) {
              const err46 = { instancePath: instancePath + "/success_codes/" + i4, schemaPath: "#/properties/success_codes/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
          }
        }
      } else {
        const err47 = { instancePath: instancePath + "/success_codes", schemaPath: "#/properties/success_codes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
  } else {
    const err48 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator3 = validate23;
var schema34 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the directory is there. Default: present." }, "owner": { "type": "string", "description": "Account that owns it, by name or number. Left as it is when not declared.", "x-source-text": true, "minLength": 1 }, "group": { "type": "string", "description": "Group that owns it, by name or number. Left as it is when not declared.", "x-source-text": true, "minLength": 1 }, "mode": { "type": "string", "description": "Permission bits, octal (`0755`) or symbolic (`u=rwx,go=rx`). Left as they are when not declared. With a `source` they hold for all directories, and symbolic ones (`u=rwX,go=rX`) for files too; `keep` gives everything the mode it has in the source.", "x-source-text": true, "minLength": 1 }, "source": { "type": "string", "description": "Path of a directory beside the playbook, copied with everything in it: files byte by byte, empty directories, links. New files get the mode 0644, executable ones 0755, unless modes are declared. What else stands in the directory stays.", "x-tree": { "exclude": "exclude", "links": "links" }, "minLength": 1 }, "prune": { "type": "boolean", "description": "Delete what is not in the source, apart from what `exclude` names. What other resources put there has to be excluded. Needs `source`. Default: false." }, "exclude": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Globs of what is neither copied nor pruned: `*.swp` and `.git` wherever they stand, `cache/**` and `/local.conf` from the top of the source. `*` and `?` stay within a name." }, "links": { "anyOf": [{ "type": "string", "const": "keep" }, { "type": "string", "const": "follow" }, { "type": "string", "const": "refuse" }], "description": "What becomes of symbolic links in the source: `keep` makes them on the node as they are written, wherever they lead; `follow` copies what they lead to, within the project; `refuse` is an error. Default: keep." }, "parents": { "type": "boolean", "description": "Make missing parent directories too, with mode 0755. Default: false, which refuses to guess." }, "recurse": { "type": "boolean", "description": "Hold owner and group of everything below to the declared ones, and the mode of all directories below. A symbolic mode (`u=rwX,go=rX`) holds for files too. Links are not followed, other file systems not entered. Default: false." }, "file_mode": { "type": "string", "description": "Permission bits of all regular files below, or `keep` for those of the source. Needs `recurse: true` or a `source`.", "x-source-text": true, "minLength": 1 }, "force": { "type": "boolean", "description": "With `state: absent`, delete everything in it too; otherwise only an empty directory is removed. Default: false." } }, "additionalProperties": false };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema34.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.owner !== void 0) {
      let data1 = data.owner;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data2 = data.group;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err8 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data3 = data.mode;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err10 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data4 = data.source;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err12 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.prune !== void 0) {
      if (typeof data.prune !== "boolean") {
        const err14 = { instancePath: instancePath + "/prune", schemaPath: "#/properties/prune/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.exclude !== void 0) {
      let data6 = data.exclude;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err15 = { instancePath: instancePath + "/exclude/" + i0, schemaPath: "#/properties/exclude/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/exclude/" + i0, schemaPath: "#/properties/exclude/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.links !== void 0) {
      let data8 = data.links;
      const _errs23 = errors;
      let valid4 = false;
      const _errs24 = errors;
      if (typeof data8 !== "string") {
        const err18 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if ("keep" !== data8) {
        const err19 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/0/const", keyword: "const", params: { allowedValue: "keep" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid1 = _errs24 === errors;
      valid4 = valid4 || _valid1;
      const _errs26 = errors;
      if (typeof data8 !== "string") {
        const err20 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if ("follow" !== data8) {
        const err21 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/1/const", keyword: "const", params: { allowedValue: "follow" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      var _valid1 = _errs26 === errors;
      valid4 = valid4 || _valid1;
      const _errs28 = errors;
      if (typeof data8 !== "string") {
        const err22 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if ("refuse" !== data8) {
        const err23 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf/2/const", keyword: "const", params: { allowedValue: "refuse" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid1 = _errs28 === errors;
      valid4 = valid4 || _valid1;
      if (!valid4) {
        const err24 = { instancePath: instancePath + "/links", schemaPath: "#/properties/links/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        errors = _errs23;
        if (vErrors !== null) {
          if (_errs23) {
            vErrors.length = _errs23;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.parents !== void 0) {
      if (typeof data.parents !== "boolean") {
        const err25 = { instancePath: instancePath + "/parents", schemaPath: "#/properties/parents/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.recurse !== void 0) {
      if (typeof data.recurse !== "boolean") {
        const err26 = { instancePath: instancePath + "/recurse", schemaPath: "#/properties/recurse/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.file_mode !== void 0) {
      let data11 = data.file_mode;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err27 = { instancePath: instancePath + "/file_mode", schemaPath: "#/properties/file_mode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/file_mode", schemaPath: "#/properties/file_mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err29 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
  } else {
    const err30 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator4 = validate24;
var schema35 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the file is there. Default: present." }, "content": { "type": "string", "description": "The whole content, written in the playbook.", "x-body": "text" }, "source": { "type": "string", "description": "Path of a file beside the playbook, copied byte by byte.", "x-body": "file", "minLength": 1 }, "template": { "type": "string", "description": "Path of a Jinja template beside the playbook, rendered for each node.", "x-body": "template", "minLength": 1 }, "create_only": { "type": "boolean", "description": "Write the content only when the file is not there; one that is there keeps its own. Owner, group and mode are held to in either case. Default: false." }, "owner": { "type": "string", "description": "Account that owns it, by name or number. Left as it is when not declared.", "x-source-text": true, "minLength": 1 }, "group": { "type": "string", "description": "Group that owns it, by name or number. Left as it is when not declared.", "x-source-text": true, "minLength": 1 }, "mode": { "type": "string", "description": "Permission bits, octal (`0644`) or symbolic (`u=rw,go=r`). Left as they are when not declared.", "x-source-text": true, "minLength": 1 }, "backup": { "type": "boolean", "description": "Keep the replaced file beside the new one, named by its digest. Default: false." }, "check": { "type": "string", "description": "Shell command that must succeed with the new file in place; otherwise the old file comes back. When a run is killed in between, the new file stays and the next plan runs the check again.", "minLength": 1 }, "follow": { "type": "boolean", "description": "Manage the target when the path is a symbolic link; otherwise a link is refused. Default: false." }, "in_place": { "type": "boolean", "description": "Write into the existing file instead of replacing it. Needed for mount points such as a container\u2019s /etc/hosts; not atomic. Default: false." } }, "additionalProperties": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema35.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.content !== void 0) {
      if (typeof data.content !== "string") {
        const err6 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data2 = data.source;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data3 = data.template;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err9 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.create_only !== void 0) {
      if (typeof data.create_only !== "boolean") {
        const err11 = { instancePath: instancePath + "/create_only", schemaPath: "#/properties/create_only/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data5 = data.owner;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err12 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data6 = data.group;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err14 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data7 = data.mode;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err16 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err18 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data9 = data.check;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err19 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err21 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.in_place !== void 0) {
      if (typeof data.in_place !== "boolean") {
        const err22 = { instancePath: instancePath + "/in_place", schemaPath: "#/properties/in_place/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator5 = validate25;
var schema36 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the key, or the section when no key is declared, is there. Default: present." }, "section": { "type": "string", "description": "Name in brackets. Default: what stands before the first section.", "minLength": 1 }, "key": { "type": "string", "description": "Name before the `=`.", "minLength": 1 }, "value": { "anyOf": [{ "type": "string" }, { "type": "number" }, { "type": "boolean" }], "description": "What stands behind the `=`. Without `value` and `values` the key stands alone.", "x-source-text": true }, "values": { "type": "array", "items": { "type": "string" }, "description": "Values of a key that stands there several times, in any order.", "minItems": 1 }, "exclusive": { "type": "boolean", "description": "Remove other values of the key. Default: true." }, "uncomment": { "type": "boolean", "description": "Put the key where it stands commented out, such as `#key = \u2026` or `;key=\u2026`, instead of at the end of its section. Default: false." }, "spaces": { "type": "boolean", "description": "Spaces around the `=` of a new line. Default: as the file has them." }, "create": { "type": "boolean", "description": "Make the file, with mode 0644, when it is not there. Default: false." }, "follow": { "type": "boolean", "description": "Change the target when the path is a symbolic link. Default: false." }, "backup": { "type": "boolean", "description": "Keep the replaced file beside the new one, named by its digest. Default: false." }, "check": { "type": "string", "description": "Shell command that must succeed with the new file in place; otherwise the old file comes back.", "minLength": 1 } }, "additionalProperties": false };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema36.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.section !== void 0) {
      let data1 = data.section;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/section", schemaPath: "#/properties/section/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/section", schemaPath: "#/properties/section/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.key !== void 0) {
      let data2 = data.key;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err8 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      let data3 = data.value;
      const _errs13 = errors;
      let valid2 = false;
      const _errs14 = errors;
      if (typeof data3 !== "string") {
        const err10 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid1 = _errs14 === errors;
      valid2 = valid2 || _valid1;
      const _errs16 = errors;
      if (!(typeof data3 == "number" && isFinite(data3))) {
        const err11 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      var _valid1 = _errs16 === errors;
      valid2 = valid2 || _valid1;
      const _errs18 = errors;
      if (typeof data3 !== "boolean") {
        const err12 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/2/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      var _valid1 = _errs18 === errors;
      valid2 = valid2 || _valid1;
      if (!valid2) {
        const err13 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.values !== void 0) {
      let data4 = data.values;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err14 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data4[i0] !== "string") {
            const err15 = { instancePath: instancePath + "/values/" + i0, schemaPath: "#/properties/values/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.exclusive !== void 0) {
      if (typeof data.exclusive !== "boolean") {
        const err17 = { instancePath: instancePath + "/exclusive", schemaPath: "#/properties/exclusive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.uncomment !== void 0) {
      if (typeof data.uncomment !== "boolean") {
        const err18 = { instancePath: instancePath + "/uncomment", schemaPath: "#/properties/uncomment/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.spaces !== void 0) {
      if (typeof data.spaces !== "boolean") {
        const err19 = { instancePath: instancePath + "/spaces", schemaPath: "#/properties/spaces/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err20 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err21 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err22 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data12 = data.check;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err23 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator6 = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.at === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "at" || key0 === "value" || key0 === "item" || key0 === "create" || key0 === "follow" || key0 === "backup" || key0 === "check")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.at !== void 0) {
      let data1 = data.at;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err7 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err9 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err10 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err11 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data5 = data.check;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err12 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator7 = validate27;
var schema38 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the line is there. Default: present." }, "text": { "type": "string", "description": "The line, without a line end. Every sign in it stands for itself." }, "match": { "type": "string", "description": "Regular expression (as in JavaScript) for the line that is replaced: the last one that fits, or the first one with `first_match`. When none fits, the line is added unless it is there. With `state: absent` every line that fits is removed.", "minLength": 1 }, "expand": { "type": "boolean", "description": "Put what the groups of `match` found into the line, for `$1` and `$<name>`; nothing is added when no line fits. Default: false." }, "insert_after": { "type": "string", "description": "Put new lines behind the last line that fits this regular expression. Default: the end of the file.", "minLength": 1 }, "insert_before": { "type": "string", "description": "Put new lines before the last line that fits this regular expression, or at the `start` of the file. When no line fits, they go to the end.", "minLength": 1 }, "first_match": { "type": "boolean", "description": "Take the first fitting line instead of the last one. Default: false." }, "create": { "type": "boolean", "description": "Make the file, with mode 0644, when it is not there. Default: false." }, "follow": { "type": "boolean", "description": "Change the target when the path is a symbolic link. Default: false." }, "backup": { "type": "boolean", "description": "Keep the replaced file beside the new one, named by its digest. Default: false." }, "check": { "type": "string", "description": "Shell command that must succeed with the new file in place; otherwise the old file comes back.", "minLength": 1 } }, "additionalProperties": false };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema38.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.text !== void 0) {
      if (typeof data.text !== "string") {
        const err6 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.match !== void 0) {
      let data2 = data.match;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.expand !== void 0) {
      if (typeof data.expand !== "boolean") {
        const err9 = { instancePath: instancePath + "/expand", schemaPath: "#/properties/expand/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.insert_after !== void 0) {
      let data4 = data.insert_after;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err10 = { instancePath: instancePath + "/insert_after", schemaPath: "#/properties/insert_after/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/insert_after", schemaPath: "#/properties/insert_after/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.insert_before !== void 0) {
      let data5 = data.insert_before;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err12 = { instancePath: instancePath + "/insert_before", schemaPath: "#/properties/insert_before/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/insert_before", schemaPath: "#/properties/insert_before/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.first_match !== void 0) {
      if (typeof data.first_match !== "boolean") {
        const err14 = { instancePath: instancePath + "/first_match", schemaPath: "#/properties/first_match/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err15 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err16 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err17 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data10 = data.check;
      if (typeof data10 === "string") {
        if (func1(data10) < 1) {
          const err18 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator8 = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "target" || key0 === "owner" || key0 === "group" || key0 === "force")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.target !== void 0) {
      let data1 = data.target;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data2 = data.owner;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err8 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data3 = data.group;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err10 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err12 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator9 = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "gid" || key0 === "system" || key0 === "members" || key0 === "append" || key0 === "non_unique" || key0 === "force")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.gid !== void 0) {
      let data1 = data.gid;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err6 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 4294967294 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967294 }, message: "must be <= 4294967294" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err8 = { instancePath: instancePath + "/gid", schemaPath: "#/properties/gid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.system !== void 0) {
      if (typeof data.system !== "boolean") {
        const err9 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      let data3 = data.members;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err10 = { instancePath: instancePath + "/members/" + i0, schemaPath: "#/properties/members/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/members/" + i0, schemaPath: "#/properties/members/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.append !== void 0) {
      if (typeof data.append !== "boolean") {
        const err13 = { instancePath: instancePath + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.non_unique !== void 0) {
      if (typeof data.non_unique !== "boolean") {
        const err14 = { instancePath: instancePath + "/non_unique", schemaPath: "#/properties/non_unique/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err15 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator10 = validate30;
var schema41 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "latest" }, { "type": "string", "const": "absent" }, { "type": "string", "const": "purged" }], "description": "present: installed. latest: installed in the newest version that apt would choose. absent: not installed; configuration files stay. purged: not installed and without configuration files. Default: present." }, "version": { "type": "string", "description": "Exact version such as `1.22.1-9`, or a pattern such as `1.22.*`, of which the highest is installed when none that matches is.", "x-source-text": true, "minLength": 1 }, "hold": { "type": "boolean", "description": "Whether dpkg keeps the package at its version. Left as it is when not declared." }, "allow_downgrade": { "type": "boolean", "description": "Replace a newer version by the declared one. Default: false." }, "allow_change_held": { "type": "boolean", "description": "Change a package that is on hold, and keep the hold. Default: false." }, "install_recommends": { "type": "boolean", "description": "Install what the package recommends as well. As apt is configured on the node when not declared." }, "default_release": { "type": "string", "description": "Release that is preferred, such as `bookworm-backports`.", "pattern": "^[A-Za-z0-9][A-Za-z0-9/._=,+-]*$" }, "cache_valid_time": { "type": "integer", "description": "Refresh the package lists before a change when they are older than this many seconds. Default: 86400 for `state: latest`; otherwise they are refreshed when they are missing, older than the package sources, or do not have what is declared.", "minimum": 0 }, "start_services": { "type": "boolean", "description": "Whether the package may start its services when it is installed. false puts a policy-rc.d in place for that time. Default: true." } }, "additionalProperties": false };
var pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9/._=,+-]*$", "u");
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema41.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("latest" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "latest" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      const _errs8 = errors;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/2/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs8 === errors;
      valid1 = valid1 || _valid0;
      const _errs10 = errors;
      if (typeof data0 !== "string") {
        const err7 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if ("purged" !== data0) {
        const err8 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/3/const", keyword: "const", params: { allowedValue: "purged" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err9 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err10 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.hold !== void 0) {
      if (typeof data.hold !== "boolean") {
        const err12 = { instancePath: instancePath + "/hold", schemaPath: "#/properties/hold/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.allow_downgrade !== void 0) {
      if (typeof data.allow_downgrade !== "boolean") {
        const err13 = { instancePath: instancePath + "/allow_downgrade", schemaPath: "#/properties/allow_downgrade/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.allow_change_held !== void 0) {
      if (typeof data.allow_change_held !== "boolean") {
        const err14 = { instancePath: instancePath + "/allow_change_held", schemaPath: "#/properties/allow_change_held/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.install_recommends !== void 0) {
      if (typeof data.install_recommends !== "boolean") {
        const err15 = { instancePath: instancePath + "/install_recommends", schemaPath: "#/properties/install_recommends/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.default_release !== void 0) {
      let data6 = data.default_release;
      if (typeof data6 === "string") {
        if (!pattern5.test(data6)) {
          const err16 = { instancePath: instancePath + "/default_release", schemaPath: "#/properties/default_release/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9/._=,+-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9/._=,+-]*$"' };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/default_release", schemaPath: "#/properties/default_release/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.cache_valid_time !== void 0) {
      let data7 = data.cache_valid_time;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err18 = { instancePath: instancePath + "/cache_valid_time", schemaPath: "#/properties/cache_valid_time/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 < 0 || isNaN(data7)) {
          const err19 = { instancePath: instancePath + "/cache_valid_time", schemaPath: "#/properties/cache_valid_time/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.start_services !== void 0) {
      if (typeof data.start_services !== "boolean") {
        const err20 = { instancePath: instancePath + "/start_services", schemaPath: "#/properties/start_services/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator11 = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.match === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "match" }, message: "must have required property 'match'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "match" || key0 === "with" || key0 === "from" || key0 === "to" || key0 === "create" || key0 === "follow" || key0 === "backup" || key0 === "check")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.match !== void 0) {
      let data0 = data.match;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.with !== void 0) {
      if (typeof data.with !== "string") {
        const err4 = { instancePath: instancePath + "/with", schemaPath: "#/properties/with/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data2 = data.from;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err5 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data3 = data.to;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err7 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err9 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err10 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err11 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data7 = data.check;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err12 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator12 = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "running" || key0 === "enabled" || key0 === "masked" || key0 === "restart_on" || key0 === "reload_on")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.running !== void 0) {
      if (typeof data.running !== "boolean") {
        const err1 = { instancePath: instancePath + "/running", schemaPath: "#/properties/running/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.enabled !== void 0) {
      if (typeof data.enabled !== "boolean") {
        const err2 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.masked !== void 0) {
      if (typeof data.masked !== "boolean") {
        const err3 = { instancePath: instancePath + "/masked", schemaPath: "#/properties/masked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.restart_on !== void 0) {
      let data3 = data.restart_on;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data3[i0] !== "string") {
            const err4 = { instancePath: instancePath + "/restart_on/" + i0, schemaPath: "#/properties/restart_on/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/restart_on", schemaPath: "#/properties/restart_on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.reload_on !== void 0) {
      let data5 = data.reload_on;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (typeof data5[i1] !== "string") {
            const err6 = { instancePath: instancePath + "/reload_on/" + i1, schemaPath: "#/properties/reload_on/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/reload_on", schemaPath: "#/properties/reload_on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator13 = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "content" || key0 === "source" || key0 === "template" || key0 === "rules" || key0 === "defaults" || key0 === "validate")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.content !== void 0) {
      if (typeof data.content !== "string") {
        const err6 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data2 = data.source;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data3 = data.template;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err9 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data4 = data.rules;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err11 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.commands === void 0) {
              const err12 = { instancePath: instancePath + "/rules/" + i0, schemaPath: "#/properties/rules/items/required", keyword: "required", params: { missingProperty: "commands" }, message: "must have required property 'commands'" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            for (const key1 in data5) {
              if (!(key1 === "user" || key1 === "group" || key1 === "hosts" || key1 === "run_as" || key1 === "nopasswd" || key1 === "noexec" || key1 === "setenv" || key1 === "commands")) {
                const err13 = { instancePath: instancePath + "/rules/" + i0, schemaPath: "#/properties/rules/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data5.user !== void 0) {
              let data6 = data5.user;
              if (typeof data6 === "string") {
                if (func1(data6) < 1) {
                  const err14 = { instancePath: instancePath + "/rules/" + i0 + "/user", schemaPath: "#/properties/rules/items/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = { instancePath: instancePath + "/rules/" + i0 + "/user", schemaPath: "#/properties/rules/items/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data5.group !== void 0) {
              let data7 = data5.group;
              if (typeof data7 === "string") {
                if (func1(data7) < 1) {
                  const err16 = { instancePath: instancePath + "/rules/" + i0 + "/group", schemaPath: "#/properties/rules/items/properties/group/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = { instancePath: instancePath + "/rules/" + i0 + "/group", schemaPath: "#/properties/rules/items/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data5.hosts !== void 0) {
              let data8 = data5.hosts;
              if (Array.isArray(data8)) {
                if (data8.length < 1) {
                  const err18 = { instancePath: instancePath + "/rules/" + i0 + "/hosts", schemaPath: "#/properties/rules/items/properties/hosts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
                const len1 = data8.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data9 = data8[i1];
                  if (typeof data9 === "string") {
                    if (func1(data9) < 1) {
                      const err19 = { instancePath: instancePath + "/rules/" + i0 + "/hosts/" + i1, schemaPath: "#/properties/rules/items/properties/hosts/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                  } else {
                    const err20 = { instancePath: instancePath + "/rules/" + i0 + "/hosts/" + i1, schemaPath: "#/properties/rules/items/properties/hosts/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err20];
                    } else {
                      vErrors.push(err20);
                    }
                    errors++;
                  }
                }
              } else {
                const err21 = { instancePath: instancePath + "/rules/" + i0 + "/hosts", schemaPath: "#/properties/rules/items/properties/hosts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data5.run_as !== void 0) {
              let data10 = data5.run_as;
              if (typeof data10 === "string") {
                if (func1(data10) < 1) {
                  const err22 = { instancePath: instancePath + "/rules/" + i0 + "/run_as", schemaPath: "#/properties/rules/items/properties/run_as/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              } else {
                const err23 = { instancePath: instancePath + "/rules/" + i0 + "/run_as", schemaPath: "#/properties/rules/items/properties/run_as/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data5.nopasswd !== void 0) {
              if (typeof data5.nopasswd !== "boolean") {
                const err24 = { instancePath: instancePath + "/rules/" + i0 + "/nopasswd", schemaPath: "#/properties/rules/items/properties/nopasswd/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data5.noexec !== void 0) {
              if (typeof data5.noexec !== "boolean") {
                const err25 = { instancePath: instancePath + "/rules/" + i0 + "/noexec", schemaPath: "#/properties/rules/items/properties/noexec/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data5.setenv !== void 0) {
              if (typeof data5.setenv !== "boolean") {
                const err26 = { instancePath: instancePath + "/rules/" + i0 + "/setenv", schemaPath: "#/properties/rules/items/properties/setenv/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data5.commands !== void 0) {
              let data14 = data5.commands;
              if (Array.isArray(data14)) {
                if (data14.length < 1) {
                  const err27 = { instancePath: instancePath + "/rules/" + i0 + "/commands", schemaPath: "#/properties/rules/items/properties/commands/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
                const len2 = data14.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data15 = data14[i2];
                  if (typeof data15 === "string") {
                    if (func1(data15) < 1) {
                      const err28 = { instancePath: instancePath + "/rules/" + i0 + "/commands/" + i2, schemaPath: "#/properties/rules/items/properties/commands/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err28];
                      } else {
                        vErrors.push(err28);
                      }
                      errors++;
                    }
                  } else {
                    const err29 = { instancePath: instancePath + "/rules/" + i0 + "/commands/" + i2, schemaPath: "#/properties/rules/items/properties/commands/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                }
              } else {
                const err30 = { instancePath: instancePath + "/rules/" + i0 + "/commands", schemaPath: "#/properties/rules/items/properties/commands/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          } else {
            const err31 = { instancePath: instancePath + "/rules/" + i0, schemaPath: "#/properties/rules/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.defaults !== void 0) {
      let data16 = data.defaults;
      if (Array.isArray(data16)) {
        const len3 = data16.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data17 = data16[i3];
          if (typeof data17 === "string") {
            if (func1(data17) < 1) {
              const err33 = { instancePath: instancePath + "/defaults/" + i3, schemaPath: "#/properties/defaults/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/defaults/" + i3, schemaPath: "#/properties/defaults/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.validate !== void 0) {
      if (typeof data.validate !== "boolean") {
        const err36 = { instancePath: instancePath + "/validate", schemaPath: "#/properties/validate/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
  } else {
    const err37 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err37];
    } else {
      vErrors.push(err37);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator14 = validate34;
var schema45 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the account is there. Default: present." }, "uid": { "type": "integer", "description": "Number of the account. Left to the node when not declared.", "minimum": 0, "maximum": 4294967294 }, "non_unique": { "type": "boolean", "description": "Allow a `uid` that another account has too. Default: false." }, "group": { "type": "string", "description": "Primary group, by name or number. A new account gets a group of its own name when not declared.", "x-source-text": true, "minLength": 1 }, "groups": { "type": "array", "items": { "type": "string", "minLength": 1, "x-source-text": true }, "description": "Further groups of the account, by name or number: exactly these, or with `append` at least these. Not managed when not declared." }, "append": { "type": "boolean", "description": "Keep further groups of the account that are not declared. Default: false." }, "comment": { "type": "string", "description": "Full name or purpose (the GECOS field)." }, "home": { "type": "string", "description": "Home directory. Default for a new account: /home/NAME.", "minLength": 1 }, "create_home": { "type": "boolean", "description": "Make the home directory of a new account; declared as true, also one that an existing account lacks. Default: true, false for system accounts." }, "move_home": { "type": "boolean", "description": "Move the files along when `home` changes. Default: false." }, "skeleton": { "type": "string", "description": "Directory whose files a new home starts with. Default: /etc/skel.", "minLength": 1 }, "shell": { "type": "string", "description": "Login shell, as an absolute path.", "minLength": 1 }, "system": { "type": "boolean", "description": "Take a number of the system range when the account is made. Default: false." }, "password": { "type": "string", "description": "Password hash as in shadow(5), made with `openssl passwd -6` or `mkpasswd`; `*` for no password. Never the password itself.", "x-body": "text", "x-sensitive": true }, "update_password": { "anyOf": [{ "type": "string", "const": "always" }, { "type": "string", "const": "on_create" }], "description": "When `password` is written: whenever it differs, or only while the account never had one. Default: always." }, "locked": { "type": "boolean", "description": "Whether the password is locked. Keys still open a locked account. Left as it is when not declared." }, "expires": { "type": "string", "description": "Day from which the account is closed, as YYYY-MM-DD, or `never`.", "x-source-text": true, "minLength": 1 }, "password_min_days": { "type": "integer", "description": "Days before a password may be changed again. -1 for none.", "minimum": -1, "maximum": 99999 }, "password_max_days": { "type": "integer", "description": "Days after which a password must be changed. -1 for none.", "minimum": -1, "maximum": 99999 }, "password_warn_days": { "type": "integer", "description": "Days of warning before a password must be changed. -1 for none.", "minimum": -1, "maximum": 99999 }, "password_inactive_days": { "type": "integer", "description": "Days after that on which an old password is still taken. -1 for none.", "minimum": -1, "maximum": 99999 }, "remove_home": { "type": "boolean", "description": "With `state: absent`: delete the home directory and the mail spool too. Default: false." }, "force": { "type": "boolean", "description": "With `state: absent`: delete the account even while it is logged in. Default: false." } }, "additionalProperties": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema45.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.uid !== void 0) {
      let data1 = data.uid;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err6 = { instancePath: instancePath + "/uid", schemaPath: "#/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 4294967294 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/uid", schemaPath: "#/properties/uid/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967294 }, message: "must be <= 4294967294" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err8 = { instancePath: instancePath + "/uid", schemaPath: "#/properties/uid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.non_unique !== void 0) {
      if (typeof data.non_unique !== "boolean") {
        const err9 = { instancePath: instancePath + "/non_unique", schemaPath: "#/properties/non_unique/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data3 = data.group;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err10 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.groups !== void 0) {
      let data4 = data.groups;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (func1(data5) < 1) {
              const err12 = { instancePath: instancePath + "/groups/" + i0, schemaPath: "#/properties/groups/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/groups/" + i0, schemaPath: "#/properties/groups/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.append !== void 0) {
      if (typeof data.append !== "boolean") {
        const err15 = { instancePath: instancePath + "/append", schemaPath: "#/properties/append/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.comment !== void 0) {
      if (typeof data.comment !== "string") {
        const err16 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.home !== void 0) {
      let data8 = data.home;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err17 = { instancePath: instancePath + "/home", schemaPath: "#/properties/home/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/home", schemaPath: "#/properties/home/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.create_home !== void 0) {
      if (typeof data.create_home !== "boolean") {
        const err19 = { instancePath: instancePath + "/create_home", schemaPath: "#/properties/create_home/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.move_home !== void 0) {
      if (typeof data.move_home !== "boolean") {
        const err20 = { instancePath: instancePath + "/move_home", schemaPath: "#/properties/move_home/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.skeleton !== void 0) {
      let data11 = data.skeleton;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err21 = { instancePath: instancePath + "/skeleton", schemaPath: "#/properties/skeleton/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/skeleton", schemaPath: "#/properties/skeleton/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.shell !== void 0) {
      let data12 = data.shell;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err23 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.system !== void 0) {
      if (typeof data.system !== "boolean") {
        const err25 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      if (typeof data.password !== "string") {
        const err26 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.update_password !== void 0) {
      let data15 = data.update_password;
      const _errs37 = errors;
      let valid4 = false;
      const _errs38 = errors;
      if (typeof data15 !== "string") {
        const err27 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if ("always" !== data15) {
        const err28 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/0/const", keyword: "const", params: { allowedValue: "always" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      var _valid1 = _errs38 === errors;
      valid4 = valid4 || _valid1;
      const _errs40 = errors;
      if (typeof data15 !== "string") {
        const err29 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if ("on_create" !== data15) {
        const err30 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/1/const", keyword: "const", params: { allowedValue: "on_create" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      var _valid1 = _errs40 === errors;
      valid4 = valid4 || _valid1;
      if (!valid4) {
        const err31 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      } else {
        errors = _errs37;
        if (vErrors !== null) {
          if (_errs37) {
            vErrors.length = _errs37;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.locked !== void 0) {
      if (typeof data.locked !== "boolean") {
        const err32 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.expires !== void 0) {
      let data17 = data.expires;
      if (typeof data17 === "string") {
        if (func1(data17) < 1) {
          const err33 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.password_min_days !== void 0) {
      let data18 = data.password_min_days;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
        const err35 = { instancePath: instancePath + "/password_min_days", schemaPath: "#/properties/password_min_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 > 99999 || isNaN(data18)) {
          const err36 = { instancePath: instancePath + "/password_min_days", schemaPath: "#/properties/password_min_days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 99999 }, message: "must be <= 99999" };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data18 < -1 || isNaN(data18)) {
          const err37 = { instancePath: instancePath + "/password_min_days", schemaPath: "#/properties/password_min_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.password_max_days !== void 0) {
      let data19 = data.password_max_days;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
        const err38 = { instancePath: instancePath + "/password_max_days", schemaPath: "#/properties/password_max_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 > 99999 || isNaN(data19)) {
          const err39 = { instancePath: instancePath + "/password_max_days", schemaPath: "#/properties/password_max_days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 99999 }, message: "must be <= 99999" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (data19 < -1 || isNaN(data19)) {
          const err40 = { instancePath: instancePath + "/password_max_days", schemaPath: "#/properties/password_max_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
    }
    if (data.password_warn_days !== void 0) {
      let data20 = data.password_warn_days;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
        const err41 = { instancePath: instancePath + "/password_warn_days", schemaPath: "#/properties/password_warn_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 > 99999 || isNaN(data20)) {
          const err42 = { instancePath: instancePath + "/password_warn_days", schemaPath: "#/properties/password_warn_days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 99999 }, message: "must be <= 99999" };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        if (data20 < -1 || isNaN(data20)) {
          const err43 = { instancePath: instancePath + "/password_warn_days", schemaPath: "#/properties/password_warn_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    }
    if (data.password_inactive_days !== void 0) {
      let data21 = data.password_inactive_days;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
        const err44 = { instancePath: instancePath + "/password_inactive_days", schemaPath: "#/properties/password_inactive_days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 > 99999 || isNaN(data21)) {
          const err45 = { instancePath: instancePath + "/password_inactive_days", schemaPath: "#/properties/password_inactive_days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 99999 }, message: "must be <= 99999" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (data21 < -1 || isNaN(data21)) {
          const err46 = { instancePath: instancePath + "/password_inactive_days", schemaPath: "#/properties/password_inactive_days/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      }
    }
    if (data.remove_home !== void 0) {
      if (typeof data.remove_home !== "boolean") {
        const err47 = { instancePath: instancePath + "/remove_home", schemaPath: "#/properties/remove_home/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err48 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
  } else {
    const err49 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err49];
    } else {
      vErrors.push(err49);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator15 = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.at === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "at" || key0 === "value" || key0 === "item" || key0 === "create" || key0 === "follow" || key0 === "backup" || key0 === "check")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.at !== void 0) {
      let data1 = data.at;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err7 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      if (typeof data.create !== "boolean") {
        const err9 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.follow !== void 0) {
      if (typeof data.follow !== "boolean") {
        const err10 = { instancePath: instancePath + "/follow", schemaPath: "#/properties/follow/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.backup !== void 0) {
      if (typeof data.backup !== "boolean") {
        const err11 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data5 = data.check;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err12 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator16 = validate36;
var schema47 = { "type": "object", "properties": { "value": { "anyOf": [{ "type": "string", "x-source-text": true }, { "type": "boolean" }], "description": "The value in engineering units; true or false, a number, a text, or the name of an enum. It must be one that the device can hold exactly.", "x-source-text": true }, "expect": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "What other registers must hold before anything is written; read again right before the write. A condition is written `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, the name being one of the device profile.", "minItems": 1 }, "guard": { "type": "object", "required": ["set"], "properties": { "set": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "What is written before the value, in this order: `NAME=VALUE`.", "minItems": 1 }, "restore": { "type": "boolean", "description": "Put back what was there before, also after a failure. Default: true." } }, "description": "What has to be set while the value is written, such as a drive that must be stopped. Adjacent writes with the same guard share it.", "additionalProperties": false }, "persist": { "anyOf": [{ "type": "boolean", "const": false }, { "type": "string", "minLength": 1 }], "description": "What is written at the end to make changes permanent, as `NAME=VALUE`, and only when something changed; false for nothing. Default: what the profile says." }, "unless": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "With `write: once`: nothing is written while all of these hold. A condition is written `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, the name being one of the device profile.", "minItems": 1 }, "always": { "type": "boolean", "description": "With `write: once`: write in every apply. Required when `unless` does not tell whether it is needed." }, "description": { "type": "string", "description": "What the value is, for people." }, "table": { "anyOf": [{ "type": "string", "const": "coil" }, { "type": "string", "const": "discrete" }, { "type": "string", "const": "input" }, { "type": "string", "const": "holding" }], "description": "The table: coil, discrete (input), input (register) or holding (register)." }, "address": { "type": "string", "minLength": 1, "description": "The address, counted from `base`; decimal, or hexadecimal such as 0x6B. For the notation of paper use `ref`.", "x-source-text": true }, "ref": { "type": "string", "minLength": 1, "description": "The address in the notation of paper, which says the table too: 40108, 400108, 4x0108, %MW107.", "x-source-text": true }, "base": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "number", "const": 1 }], "description": "Number of the first address of a table, as the manual counts. Default: 0, as on the wire." }, "read_address": { "type": "string", "minLength": 1, "description": "The address where the value is read, if it is another one; counted like `address`.", "x-source-text": true }, "type": { "anyOf": [{ "type": "string", "const": "bool" }, { "type": "string", "const": "bits" }, { "type": "string", "const": "int8" }, { "type": "string", "const": "uint8" }, { "type": "string", "const": "int16" }, { "type": "string", "const": "uint16" }, { "type": "string", "const": "int24" }, { "type": "string", "const": "uint24" }, { "type": "string", "const": "int32" }, { "type": "string", "const": "uint32" }, { "type": "string", "const": "int64" }, { "type": "string", "const": "uint64" }, { "type": "string", "const": "bcd8" }, { "type": "string", "const": "bcd16" }, { "type": "string", "const": "bcd32" }, { "type": "string", "const": "bcd64" }, { "type": "string", "const": "float16" }, { "type": "string", "const": "float32" }, { "type": "string", "const": "float64" }, { "type": "string", "const": "string" }], "description": "How the value is stored. Default: bool for coils and discrete inputs, uint16 for registers." }, "order": { "anyOf": [{ "type": "string", "const": "ABCD" }, { "type": "string", "const": "CDAB" }, { "type": "string", "const": "BADC" }, { "type": "string", "const": "DCBA" }, { "type": "string", "const": "AB" }, { "type": "string", "const": "BA" }], "description": "Order of the bytes on the wire; A is the highest. CDAB swaps words, BADC the bytes of each word, DCBA both. AB and BA are for a single register." }, "byte": { "anyOf": [{ "type": "string", "const": "high" }, { "type": "string", "const": "low" }], "description": "Which half of the register an 8-bit value is in (default: low), or each single character of a string." }, "bit": { "type": "integer", "minimum": 0, "maximum": 15, "description": "Which bit of the register a bool is; 0 is the lowest." }, "shift": { "type": "integer", "minimum": 0, "maximum": 63, "description": "The lowest bit of `type: bits`; 0 is the lowest of the register." }, "width": { "type": "integer", "minimum": 1, "maximum": 64, "description": "How many bits `type: bits` has." }, "length": { "type": "integer", "minimum": 1, "maximum": 125, "description": "How many registers a string takes, with two characters in each." }, "padding": { "anyOf": [{ "type": "string", "const": "nul" }, { "type": "string", "const": "space" }], "description": "What fills the rest of a string. Default: nul." }, "scale": { "type": "string", "minLength": 1, "description": "The value is raw \xD7 scale + offset, computed exactly in decimals. Default: 1.", "x-source-text": true }, "offset": { "type": "string", "minLength": 1, "description": "Added to the scaled raw number. Default: 0.", "x-source-text": true }, "unit": { "type": "string", "maxLength": 32, "description": "Unit of the value, for people, such as rpm." }, "values": { "type": "object", "properties": {}, "description": "Names of raw numbers: `{ stop: 0, run: 5 }`. With names, no other number can be declared.", "additionalProperties": { "type": "string", "minLength": 1, "x-source-text": true } }, "not_available": { "type": "array", "items": { "type": "string", "minLength": 1, "x-source-text": true }, "description": "Raw numbers by which the device says that it has no value, such as 0x8000, 65535 or NaN." }, "access": { "anyOf": [{ "type": "string", "const": "read" }, { "type": "string", "const": "write" }, { "type": "string", "const": "read-write" }], "description": "What the device allows. Default: read for inputs, else read-write." }, "write": { "anyOf": [{ "type": "string", "const": "auto" }, { "type": "string", "const": "single" }, { "type": "string", "const": "multiple" }, { "type": "string", "const": "mask" }, { "type": "string", "const": "once" }], "description": "once: an act and not a state, such as a reset command: written one time by an apply, never sent again after an unclear reply, not read back. Else the function that writes it, where no profile says so: single (5 or 6), multiple (15 or 16), mask (22) or auto." }, "min": { "type": "string", "minLength": 1, "description": "The smallest value that may be declared.", "x-source-text": true }, "max": { "type": "string", "minLength": 1, "description": "The greatest value that may be declared.", "x-source-text": true }, "max_step": { "type": "string", "minLength": 1, "description": "The most by which one run may change the value.", "x-source-text": true }, "tolerance": { "type": "string", "minLength": 1, "description": "How far the value on the device may be from the declared one and still count as equal.", "x-source-text": true }, "settle_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "How long the device takes until a written value can be read back. Default: 0." }, "wear": { "type": "object", "properties": { "memory": { "anyOf": [{ "type": "string", "const": "eeprom" }, { "type": "string", "const": "flash" }], "description": "The memory that every write wears out." }, "cycles": { "type": "integer", "minimum": 1, "description": "How many writes it bears." } }, "description": "Writes of this register wear the device out: they are shown as a hazard.", "additionalProperties": false }, "sensitive": { "type": "boolean", "description": "The value is a secret: it is never shown." } }, "additionalProperties": false };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema47.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      let data0 = data.value;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "boolean") {
        const err2 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err3 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.expect !== void 0) {
      let data1 = data.expect;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (func1(data2) < 1) {
              const err5 = { instancePath: instancePath + "/expect/" + i0, schemaPath: "#/properties/expect/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/expect/" + i0, schemaPath: "#/properties/expect/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.guard !== void 0) {
      let data3 = data.guard;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.set === void 0) {
          const err8 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/required", keyword: "required", params: { missingProperty: "set" }, message: "must have required property 'set'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "set" || key1 === "restore")) {
            const err9 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.set !== void 0) {
          let data4 = data3.set;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err10 = { instancePath: instancePath + "/guard/set", schemaPath: "#/properties/guard/properties/set/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data5 = data4[i1];
              if (typeof data5 === "string") {
                if (func1(data5) < 1) {
                  const err11 = { instancePath: instancePath + "/guard/set/" + i1, schemaPath: "#/properties/guard/properties/set/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/guard/set/" + i1, schemaPath: "#/properties/guard/properties/set/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/guard/set", schemaPath: "#/properties/guard/properties/set/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.restore !== void 0) {
          if (typeof data3.restore !== "boolean") {
            const err14 = { instancePath: instancePath + "/guard/restore", schemaPath: "#/properties/guard/properties/restore/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.persist !== void 0) {
      let data7 = data.persist;
      const _errs22 = errors;
      let valid7 = false;
      const _errs23 = errors;
      if (typeof data7 !== "boolean") {
        const err16 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (false !== data7) {
        const err17 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      var _valid1 = _errs23 === errors;
      valid7 = valid7 || _valid1;
      const _errs25 = errors;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err18 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid1 = _errs25 === errors;
      valid7 = valid7 || _valid1;
      if (!valid7) {
        const err20 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      } else {
        errors = _errs22;
        if (vErrors !== null) {
          if (_errs22) {
            vErrors.length = _errs22;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.unless !== void 0) {
      let data8 = data.unless;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err21 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        const len2 = data8.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data9 = data8[i2];
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err22 = { instancePath: instancePath + "/unless/" + i2, schemaPath: "#/properties/unless/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/unless/" + i2, schemaPath: "#/properties/unless/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.always !== void 0) {
      if (typeof data.always !== "boolean") {
        const err25 = { instancePath: instancePath + "/always", schemaPath: "#/properties/always/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err26 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.table !== void 0) {
      let data12 = data.table;
      const _errs36 = errors;
      let valid10 = false;
      const _errs37 = errors;
      if (typeof data12 !== "string") {
        const err27 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if ("coil" !== data12) {
        const err28 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/0/const", keyword: "const", params: { allowedValue: "coil" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      var _valid2 = _errs37 === errors;
      valid10 = valid10 || _valid2;
      const _errs39 = errors;
      if (typeof data12 !== "string") {
        const err29 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if ("discrete" !== data12) {
        const err30 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/1/const", keyword: "const", params: { allowedValue: "discrete" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      var _valid2 = _errs39 === errors;
      valid10 = valid10 || _valid2;
      const _errs41 = errors;
      if (typeof data12 !== "string") {
        const err31 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if ("input" !== data12) {
        const err32 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/2/const", keyword: "const", params: { allowedValue: "input" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      var _valid2 = _errs41 === errors;
      valid10 = valid10 || _valid2;
      const _errs43 = errors;
      if (typeof data12 !== "string") {
        const err33 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if ("holding" !== data12) {
        const err34 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf/3/const", keyword: "const", params: { allowedValue: "holding" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      var _valid2 = _errs43 === errors;
      valid10 = valid10 || _valid2;
      if (!valid10) {
        const err35 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      } else {
        errors = _errs36;
        if (vErrors !== null) {
          if (_errs36) {
            vErrors.length = _errs36;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.address !== void 0) {
      let data13 = data.address;
      if (typeof data13 === "string") {
        if (func1(data13) < 1) {
          const err36 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.ref !== void 0) {
      let data14 = data.ref;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err38 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.base !== void 0) {
      let data15 = data.base;
      const _errs50 = errors;
      let valid11 = false;
      const _errs51 = errors;
      if (!(typeof data15 == "number" && isFinite(data15))) {
        const err40 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (0 !== data15) {
        const err41 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/0/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      var _valid3 = _errs51 === errors;
      valid11 = valid11 || _valid3;
      const _errs53 = errors;
      if (!(typeof data15 == "number" && isFinite(data15))) {
        const err42 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (1 !== data15) {
        const err43 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/1/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      var _valid3 = _errs53 === errors;
      valid11 = valid11 || _valid3;
      if (!valid11) {
        const err44 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      } else {
        errors = _errs50;
        if (vErrors !== null) {
          if (_errs50) {
            vErrors.length = _errs50;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.read_address !== void 0) {
      let data16 = data.read_address;
      if (typeof data16 === "string") {
        if (func1(data16) < 1) {
          const err45 = { instancePath: instancePath + "/read_address", schemaPath: "#/properties/read_address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      } else {
        const err46 = { instancePath: instancePath + "/read_address", schemaPath: "#/properties/read_address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data17 = data.type;
      const _errs58 = errors;
      let valid12 = false;
      const _errs59 = errors;
      if (typeof data17 !== "string") {
        const err47 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
      if ("bool" !== data17) {
        const err48 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/0/const", keyword: "const", params: { allowedValue: "bool" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      var _valid4 = _errs59 === errors;
      valid12 = valid12 || _valid4;
      const _errs61 = errors;
      if (typeof data17 !== "string") {
        const err49 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if ("bits" !== data17) {
        const err50 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/1/const", keyword: "const", params: { allowedValue: "bits" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      var _valid4 = _errs61 === errors;
      valid12 = valid12 || _valid4;
      const _errs63 = errors;
      if (typeof data17 !== "string") {
        const err51 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if ("int8" !== data17) {
        const err52 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/2/const", keyword: "const", params: { allowedValue: "int8" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      var _valid4 = _errs63 === errors;
      valid12 = valid12 || _valid4;
      const _errs65 = errors;
      if (typeof data17 !== "string") {
        const err53 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
      if ("uint8" !== data17) {
        const err54 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/3/const", keyword: "const", params: { allowedValue: "uint8" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      var _valid4 = _errs65 === errors;
      valid12 = valid12 || _valid4;
      const _errs67 = errors;
      if (typeof data17 !== "string") {
        const err55 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      if ("int16" !== data17) {
        const err56 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/4/const", keyword: "const", params: { allowedValue: "int16" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
      var _valid4 = _errs67 === errors;
      valid12 = valid12 || _valid4;
      const _errs69 = errors;
      if (typeof data17 !== "string") {
        const err57 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if ("uint16" !== data17) {
        const err58 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/5/const", keyword: "const", params: { allowedValue: "uint16" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
      var _valid4 = _errs69 === errors;
      valid12 = valid12 || _valid4;
      const _errs71 = errors;
      if (typeof data17 !== "string") {
        const err59 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/6/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
      if ("int24" !== data17) {
        const err60 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/6/const", keyword: "const", params: { allowedValue: "int24" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      var _valid4 = _errs71 === errors;
      valid12 = valid12 || _valid4;
      const _errs73 = errors;
      if (typeof data17 !== "string") {
        const err61 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/7/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
      if ("uint24" !== data17) {
        const err62 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/7/const", keyword: "const", params: { allowedValue: "uint24" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
      var _valid4 = _errs73 === errors;
      valid12 = valid12 || _valid4;
      const _errs75 = errors;
      if (typeof data17 !== "string") {
        const err63 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/8/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
      if ("int32" !== data17) {
        const err64 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/8/const", keyword: "const", params: { allowedValue: "int32" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
      var _valid4 = _errs75 === errors;
      valid12 = valid12 || _valid4;
      const _errs77 = errors;
      if (typeof data17 !== "string") {
        const err65 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/9/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
      if ("uint32" !== data17) {
        const err66 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/9/const", keyword: "const", params: { allowedValue: "uint32" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
      var _valid4 = _errs77 === errors;
      valid12 = valid12 || _valid4;
      const _errs79 = errors;
      if (typeof data17 !== "string") {
        const err67 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/10/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      }
      if ("int64" !== data17) {
        const err68 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/10/const", keyword: "const", params: { allowedValue: "int64" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
      var _valid4 = _errs79 === errors;
      valid12 = valid12 || _valid4;
      const _errs81 = errors;
      if (typeof data17 !== "string") {
        const err69 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/11/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
      if ("uint64" !== data17) {
        const err70 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/11/const", keyword: "const", params: { allowedValue: "uint64" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
      var _valid4 = _errs81 === errors;
      valid12 = valid12 || _valid4;
      const _errs83 = errors;
      if (typeof data17 !== "string") {
        const err71 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/12/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
      if ("bcd8" !== data17) {
        const err72 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/12/const", keyword: "const", params: { allowedValue: "bcd8" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
      var _valid4 = _errs83 === errors;
      valid12 = valid12 || _valid4;
      const _errs85 = errors;
      if (typeof data17 !== "string") {
        const err73 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/13/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
      if ("bcd16" !== data17) {
        const err74 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/13/const", keyword: "const", params: { allowedValue: "bcd16" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
      var _valid4 = _errs85 === errors;
      valid12 = valid12 || _valid4;
      const _errs87 = errors;
      if (typeof data17 !== "string") {
        const err75 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/14/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err75];
        } else {
          vErrors.push(err75);
        }
        errors++;
      }
      if ("bcd32" !== data17) {
        const err76 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/14/const", keyword: "const", params: { allowedValue: "bcd32" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
      var _valid4 = _errs87 === errors;
      valid12 = valid12 || _valid4;
      const _errs89 = errors;
      if (typeof data17 !== "string") {
        const err77 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/15/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err77];
        } else {
          vErrors.push(err77);
        }
        errors++;
      }
      if ("bcd64" !== data17) {
        const err78 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/15/const", keyword: "const", params: { allowedValue: "bcd64" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err78];
        } else {
          vErrors.push(err78);
        }
        errors++;
      }
      var _valid4 = _errs89 === errors;
      valid12 = valid12 || _valid4;
      const _errs91 = errors;
      if (typeof data17 !== "string") {
        const err79 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/16/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
      if ("float16" !== data17) {
        const err80 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/16/const", keyword: "const", params: { allowedValue: "float16" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err80];
        } else {
          vErrors.push(err80);
        }
        errors++;
      }
      var _valid4 = _errs91 === errors;
      valid12 = valid12 || _valid4;
      const _errs93 = errors;
      if (typeof data17 !== "string") {
        const err81 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/17/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err81];
        } else {
          vErrors.push(err81);
        }
        errors++;
      }
      if ("float32" !== data17) {
        const err82 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/17/const", keyword: "const", params: { allowedValue: "float32" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err82];
        } else {
          vErrors.push(err82);
        }
        errors++;
      }
      var _valid4 = _errs93 === errors;
      valid12 = valid12 || _valid4;
      const _errs95 = errors;
      if (typeof data17 !== "string") {
        const err83 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/18/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err83];
        } else {
          vErrors.push(err83);
        }
        errors++;
      }
      if ("float64" !== data17) {
        const err84 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/18/const", keyword: "const", params: { allowedValue: "float64" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err84];
        } else {
          vErrors.push(err84);
        }
        errors++;
      }
      var _valid4 = _errs95 === errors;
      valid12 = valid12 || _valid4;
      const _errs97 = errors;
      if (typeof data17 !== "string") {
        const err85 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/19/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err85];
        } else {
          vErrors.push(err85);
        }
        errors++;
      }
      if ("string" !== data17) {
        const err86 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf/19/const", keyword: "const", params: { allowedValue: "string" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err86];
        } else {
          vErrors.push(err86);
        }
        errors++;
      }
      var _valid4 = _errs97 === errors;
      valid12 = valid12 || _valid4;
      if (!valid12) {
        const err87 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err87];
        } else {
          vErrors.push(err87);
        }
        errors++;
      } else {
        errors = _errs58;
        if (vErrors !== null) {
          if (_errs58) {
            vErrors.length = _errs58;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.order !== void 0) {
      let data18 = data.order;
      const _errs100 = errors;
      let valid13 = false;
      const _errs101 = errors;
      if (typeof data18 !== "string") {
        const err88 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err88];
        } else {
          vErrors.push(err88);
        }
        errors++;
      }
      if ("ABCD" !== data18) {
        const err89 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/0/const", keyword: "const", params: { allowedValue: "ABCD" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err89];
        } else {
          vErrors.push(err89);
        }
        errors++;
      }
      var _valid5 = _errs101 === errors;
      valid13 = valid13 || _valid5;
      const _errs103 = errors;
      if (typeof data18 !== "string") {
        const err90 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err90];
        } else {
          vErrors.push(err90);
        }
        errors++;
      }
      if ("CDAB" !== data18) {
        const err91 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/1/const", keyword: "const", params: { allowedValue: "CDAB" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err91];
        } else {
          vErrors.push(err91);
        }
        errors++;
      }
      var _valid5 = _errs103 === errors;
      valid13 = valid13 || _valid5;
      const _errs105 = errors;
      if (typeof data18 !== "string") {
        const err92 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err92];
        } else {
          vErrors.push(err92);
        }
        errors++;
      }
      if ("BADC" !== data18) {
        const err93 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/2/const", keyword: "const", params: { allowedValue: "BADC" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err93];
        } else {
          vErrors.push(err93);
        }
        errors++;
      }
      var _valid5 = _errs105 === errors;
      valid13 = valid13 || _valid5;
      const _errs107 = errors;
      if (typeof data18 !== "string") {
        const err94 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err94];
        } else {
          vErrors.push(err94);
        }
        errors++;
      }
      if ("DCBA" !== data18) {
        const err95 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/3/const", keyword: "const", params: { allowedValue: "DCBA" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err95];
        } else {
          vErrors.push(err95);
        }
        errors++;
      }
      var _valid5 = _errs107 === errors;
      valid13 = valid13 || _valid5;
      const _errs109 = errors;
      if (typeof data18 !== "string") {
        const err96 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
      if ("AB" !== data18) {
        const err97 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/4/const", keyword: "const", params: { allowedValue: "AB" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err97];
        } else {
          vErrors.push(err97);
        }
        errors++;
      }
      var _valid5 = _errs109 === errors;
      valid13 = valid13 || _valid5;
      const _errs111 = errors;
      if (typeof data18 !== "string") {
        const err98 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err98];
        } else {
          vErrors.push(err98);
        }
        errors++;
      }
      if ("BA" !== data18) {
        const err99 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf/5/const", keyword: "const", params: { allowedValue: "BA" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err99];
        } else {
          vErrors.push(err99);
        }
        errors++;
      }
      var _valid5 = _errs111 === errors;
      valid13 = valid13 || _valid5;
      if (!valid13) {
        const err100 = { instancePath: instancePath + "/order", schemaPath: "#/properties/order/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err100];
        } else {
          vErrors.push(err100);
        }
        errors++;
      } else {
        errors = _errs100;
        if (vErrors !== null) {
          if (_errs100) {
            vErrors.length = _errs100;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.byte !== void 0) {
      let data19 = data.byte;
      const _errs114 = errors;
      let valid14 = false;
      const _errs115 = errors;
      if (typeof data19 !== "string") {
        const err101 = { instancePath: instancePath + "/byte", schemaPath: "#/properties/byte/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err101];
        } else {
          vErrors.push(err101);
        }
        errors++;
      }
      if ("high" !== data19) {
        const err102 = { instancePath: instancePath + "/byte", schemaPath: "#/properties/byte/anyOf/0/const", keyword: "const", params: { allowedValue: "high" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err102];
        } else {
          vErrors.push(err102);
        }
        errors++;
      }
      var _valid6 = _errs115 === errors;
      valid14 = valid14 || _valid6;
      const _errs117 = errors;
      if (typeof data19 !== "string") {
        const err103 = { instancePath: instancePath + "/byte", schemaPath: "#/properties/byte/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err103];
        } else {
          vErrors.push(err103);
        }
        errors++;
      }
      if ("low" !== data19) {
        const err104 = { instancePath: instancePath + "/byte", schemaPath: "#/properties/byte/anyOf/1/const", keyword: "const", params: { allowedValue: "low" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err104];
        } else {
          vErrors.push(err104);
        }
        errors++;
      }
      var _valid6 = _errs117 === errors;
      valid14 = valid14 || _valid6;
      if (!valid14) {
        const err105 = { instancePath: instancePath + "/byte", schemaPath: "#/properties/byte/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err105];
        } else {
          vErrors.push(err105);
        }
        errors++;
      } else {
        errors = _errs114;
        if (vErrors !== null) {
          if (_errs114) {
            vErrors.length = _errs114;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.bit !== void 0) {
      let data20 = data.bit;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
        const err106 = { instancePath: instancePath + "/bit", schemaPath: "#/properties/bit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err106];
        } else {
          vErrors.push(err106);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 > 15 || isNaN(data20)) {
          const err107 = { instancePath: instancePath + "/bit", schemaPath: "#/properties/bit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 15 }, message: "must be <= 15" };
          if (vErrors === null) {
            vErrors = [err107];
          } else {
            vErrors.push(err107);
          }
          errors++;
        }
        if (data20 < 0 || isNaN(data20)) {
          const err108 = { instancePath: instancePath + "/bit", schemaPath: "#/properties/bit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err108];
          } else {
            vErrors.push(err108);
          }
          errors++;
        }
      }
    }
    if (data.shift !== void 0) {
      let data21 = data.shift;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
        const err109 = { instancePath: instancePath + "/shift", schemaPath: "#/properties/shift/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err109];
        } else {
          vErrors.push(err109);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 > 63 || isNaN(data21)) {
          const err110 = { instancePath: instancePath + "/shift", schemaPath: "#/properties/shift/maximum", keyword: "maximum", params: { comparison: "<=", limit: 63 }, message: "must be <= 63" };
          if (vErrors === null) {
            vErrors = [err110];
          } else {
            vErrors.push(err110);
          }
          errors++;
        }
        if (data21 < 0 || isNaN(data21)) {
          const err111 = { instancePath: instancePath + "/shift", schemaPath: "#/properties/shift/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err111];
          } else {
            vErrors.push(err111);
          }
          errors++;
        }
      }
    }
    if (data.width !== void 0) {
      let data22 = data.width;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err112 = { instancePath: instancePath + "/width", schemaPath: "#/properties/width/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err112];
        } else {
          vErrors.push(err112);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 64 || isNaN(data22)) {
          const err113 = { instancePath: instancePath + "/width", schemaPath: "#/properties/width/maximum", keyword: "maximum", params: { comparison: "<=", limit: 64 }, message: "must be <= 64" };
          if (vErrors === null) {
            vErrors = [err113];
          } else {
            vErrors.push(err113);
          }
          errors++;
        }
        if (data22 < 1 || isNaN(data22)) {
          const err114 = { instancePath: instancePath + "/width", schemaPath: "#/properties/width/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err114];
          } else {
            vErrors.push(err114);
          }
          errors++;
        }
      }
    }
    if (data.length !== void 0) {
      let data23 = data.length;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
        const err115 = { instancePath: instancePath + "/length", schemaPath: "#/properties/length/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err115];
        } else {
          vErrors.push(err115);
        }
        errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 > 125 || isNaN(data23)) {
          const err116 = { instancePath: instancePath + "/length", schemaPath: "#/properties/length/maximum", keyword: "maximum", params: { comparison: "<=", limit: 125 }, message: "must be <= 125" };
          if (vErrors === null) {
            vErrors = [err116];
          } else {
            vErrors.push(err116);
          }
          errors++;
        }
        if (data23 < 1 || isNaN(data23)) {
          const err117 = { instancePath: instancePath + "/length", schemaPath: "#/properties/length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err117];
          } else {
            vErrors.push(err117);
          }
          errors++;
        }
      }
    }
    if (data.padding !== void 0) {
      let data24 = data.padding;
      const _errs128 = errors;
      let valid15 = false;
      const _errs129 = errors;
      if (typeof data24 !== "string") {
        const err118 = { instancePath: instancePath + "/padding", schemaPath: "#/properties/padding/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err118];
        } else {
          vErrors.push(err118);
        }
        errors++;
      }
      if ("nul" !== data24) {
        const err119 = { instancePath: instancePath + "/padding", schemaPath: "#/properties/padding/anyOf/0/const", keyword: "const", params: { allowedValue: "nul" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err119];
        } else {
          vErrors.push(err119);
        }
        errors++;
      }
      var _valid7 = _errs129 === errors;
      valid15 = valid15 || _valid7;
      const _errs131 = errors;
      if (typeof data24 !== "string") {
        const err120 = { instancePath: instancePath + "/padding", schemaPath: "#/properties/padding/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err120];
        } else {
          vErrors.push(err120);
        }
        errors++;
      }
      if ("space" !== data24) {
        const err121 = { instancePath: instancePath + "/padding", schemaPath: "#/properties/padding/anyOf/1/const", keyword: "const", params: { allowedValue: "space" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err121];
        } else {
          vErrors.push(err121);
        }
        errors++;
      }
      var _valid7 = _errs131 === errors;
      valid15 = valid15 || _valid7;
      if (!valid15) {
        const err122 = { instancePath: instancePath + "/padding", schemaPath: "#/properties/padding/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err122];
        } else {
          vErrors.push(err122);
        }
        errors++;
      } else {
        errors = _errs128;
        if (vErrors !== null) {
          if (_errs128) {
            vErrors.length = _errs128;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.scale !== void 0) {
      let data25 = data.scale;
      if (typeof data25 === "string") {
        if (func1(data25) < 1) {
          const err123 = { instancePath: instancePath + "/scale", schemaPath: "#/properties/scale/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err123];
          } else {
            vErrors.push(err123);
          }
          errors++;
        }
      } else {
        const err124 = { instancePath: instancePath + "/scale", schemaPath: "#/properties/scale/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err124];
        } else {
          vErrors.push(err124);
        }
        errors++;
      }
    }
    if (data.offset !== void 0) {
      let data26 = data.offset;
      if (typeof data26 === "string") {
        if (func1(data26) < 1) {
          const err125 = { instancePath: instancePath + "/offset", schemaPath: "#/properties/offset/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err125];
          } else {
            vErrors.push(err125);
          }
          errors++;
        }
      } else {
        const err126 = { instancePath: instancePath + "/offset", schemaPath: "#/properties/offset/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err126];
        } else {
          vErrors.push(err126);
        }
        errors++;
      }
    }
    if (data.unit !== void 0) {
      let data27 = data.unit;
      if (typeof data27 === "string") {
        if (func1(data27) > 32) {
          const err127 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" };
          if (vErrors === null) {
            vErrors = [err127];
          } else {
            vErrors.push(err127);
          }
          errors++;
        }
      } else {
        const err128 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err128];
        } else {
          vErrors.push(err128);
        }
        errors++;
      }
    }
    if (data.values !== void 0) {
      let data28 = data.values;
      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
        for (const key2 in data28) {
          let data29 = data28[key2];
          if (typeof data29 === "string") {
            if (func1(data29) < 1) {
              const err129 = { instancePath: instancePath + "/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/values/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err129];
              } else {
                vErrors.push(err129);
              }
              errors++;
            }
          } else {
            const err130 = { instancePath: instancePath + "/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/values/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err130];
            } else {
              vErrors.push(err130);
            }
            errors++;
          }
        }
      } else {
        const err131 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err131];
        } else {
          vErrors.push(err131);
        }
        errors++;
      }
    }
    if (data.not_available !== void 0) {
      let data30 = data.not_available;
      if (Array.isArray(data30)) {
        const len3 = data30.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data31 = data30[i3];
          if (typeof data31 === "string") {
            if (func1(data31) < 1) {
              const err132 = { instancePath: instancePath + "/not_available/" + i3, schemaPath: "#/properties/not_available/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err132];
              } else {
                vErrors.push(err132);
              }
              errors++;
            }
          } else {
            const err133 = { instancePath: instancePath + "/not_available/" + i3, schemaPath: "#/properties/not_available/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err133];
            } else {
              vErrors.push(err133);
            }
            errors++;
          }
        }
      } else {
        const err134 = { instancePath: instancePath + "/not_available", schemaPath: "#/properties/not_available/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err134];
        } else {
          vErrors.push(err134);
        }
        errors++;
      }
    }
    if (data.access !== void 0) {
      let data32 = data.access;
      const _errs149 = errors;
      let valid19 = false;
      const _errs150 = errors;
      if (typeof data32 !== "string") {
        const err135 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err135];
        } else {
          vErrors.push(err135);
        }
        errors++;
      }
      if ("read" !== data32) {
        const err136 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/0/const", keyword: "const", params: { allowedValue: "read" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err136];
        } else {
          vErrors.push(err136);
        }
        errors++;
      }
      var _valid8 = _errs150 === errors;
      valid19 = valid19 || _valid8;
      const _errs152 = errors;
      if (typeof data32 !== "string") {
        const err137 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err137];
        } else {
          vErrors.push(err137);
        }
        errors++;
      }
      if ("write" !== data32) {
        const err138 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/1/const", keyword: "const", params: { allowedValue: "write" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err138];
        } else {
          vErrors.push(err138);
        }
        errors++;
      }
      var _valid8 = _errs152 === errors;
      valid19 = valid19 || _valid8;
      const _errs154 = errors;
      if (typeof data32 !== "string") {
        const err139 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err139];
        } else {
          vErrors.push(err139);
        }
        errors++;
      }
      if ("read-write" !== data32) {
        const err140 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/2/const", keyword: "const", params: { allowedValue: "read-write" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err140];
        } else {
          vErrors.push(err140);
        }
        errors++;
      }
      var _valid8 = _errs154 === errors;
      valid19 = valid19 || _valid8;
      if (!valid19) {
        const err141 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err141];
        } else {
          vErrors.push(err141);
        }
        errors++;
      } else {
        errors = _errs149;
        if (vErrors !== null) {
          if (_errs149) {
            vErrors.length = _errs149;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.write !== void 0) {
      let data33 = data.write;
      const _errs157 = errors;
      let valid20 = false;
      const _errs158 = errors;
      if (typeof data33 !== "string") {
        const err142 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err142];
        } else {
          vErrors.push(err142);
        }
        errors++;
      }
      if ("auto" !== data33) {
        const err143 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/0/const", keyword: "const", params: { allowedValue: "auto" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err143];
        } else {
          vErrors.push(err143);
        }
        errors++;
      }
      var _valid9 = _errs158 === errors;
      valid20 = valid20 || _valid9;
      const _errs160 = errors;
      if (typeof data33 !== "string") {
        const err144 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err144];
        } else {
          vErrors.push(err144);
        }
        errors++;
      }
      if ("single" !== data33) {
        const err145 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/1/const", keyword: "const", params: { allowedValue: "single" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err145];
        } else {
          vErrors.push(err145);
        }
        errors++;
      }
      var _valid9 = _errs160 === errors;
      valid20 = valid20 || _valid9;
      const _errs162 = errors;
      if (typeof data33 !== "string") {
        const err146 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err146];
        } else {
          vErrors.push(err146);
        }
        errors++;
      }
      if ("multiple" !== data33) {
        const err147 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/2/const", keyword: "const", params: { allowedValue: "multiple" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err147];
        } else {
          vErrors.push(err147);
        }
        errors++;
      }
      var _valid9 = _errs162 === errors;
      valid20 = valid20 || _valid9;
      const _errs164 = errors;
      if (typeof data33 !== "string") {
        const err148 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err148];
        } else {
          vErrors.push(err148);
        }
        errors++;
      }
      if ("mask" !== data33) {
        const err149 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/3/const", keyword: "const", params: { allowedValue: "mask" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err149];
        } else {
          vErrors.push(err149);
        }
        errors++;
      }
      var _valid9 = _errs164 === errors;
      valid20 = valid20 || _valid9;
      const _errs166 = errors;
      if (typeof data33 !== "string") {
        const err150 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err150];
        } else {
          vErrors.push(err150);
        }
        errors++;
      }
      if ("once" !== data33) {
        const err151 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/4/const", keyword: "const", params: { allowedValue: "once" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err151];
        } else {
          vErrors.push(err151);
        }
        errors++;
      }
      var _valid9 = _errs166 === errors;
      valid20 = valid20 || _valid9;
      if (!valid20) {
        const err152 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err152];
        } else {
          vErrors.push(err152);
        }
        errors++;
      } else {
        errors = _errs157;
        if (vErrors !== null) {
          if (_errs157) {
            vErrors.length = _errs157;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.min !== void 0) {
      let data34 = data.min;
      if (typeof data34 === "string") {
        if (func1(data34) < 1) {
          const err153 = { instancePath: instancePath + "/min", schemaPath: "#/properties/min/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err153];
          } else {
            vErrors.push(err153);
          }
          errors++;
        }
      } else {
        const err154 = { instancePath: instancePath + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err154];
        } else {
          vErrors.push(err154);
        }
        errors++;
      }
    }
    if (data.max !== void 0) {
      let data35 = data.max;
      if (typeof data35 === "string") {
        if (func1(data35) < 1) {
          const err155 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err155];
          } else {
            vErrors.push(err155);
          }
          errors++;
        }
      } else {
        const err156 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err156];
        } else {
          vErrors.push(err156);
        }
        errors++;
      }
    }
    if (data.max_step !== void 0) {
      let data36 = data.max_step;
      if (typeof data36 === "string") {
        if (func1(data36) < 1) {
          const err157 = { instancePath: instancePath + "/max_step", schemaPath: "#/properties/max_step/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err157];
          } else {
            vErrors.push(err157);
          }
          errors++;
        }
      } else {
        const err158 = { instancePath: instancePath + "/max_step", schemaPath: "#/properties/max_step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err158];
        } else {
          vErrors.push(err158);
        }
        errors++;
      }
    }
    if (data.tolerance !== void 0) {
      let data37 = data.tolerance;
      if (typeof data37 === "string") {
        if (func1(data37) < 1) {
          const err159 = { instancePath: instancePath + "/tolerance", schemaPath: "#/properties/tolerance/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err159];
          } else {
            vErrors.push(err159);
          }
          errors++;
        }
      } else {
        const err160 = { instancePath: instancePath + "/tolerance", schemaPath: "#/properties/tolerance/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err160];
        } else {
          vErrors.push(err160);
        }
        errors++;
      }
    }
    if (data.settle_seconds !== void 0) {
      let data38 = data.settle_seconds;
      if (typeof data38 == "number" && isFinite(data38)) {
        if (data38 > 3600 || isNaN(data38)) {
          const err161 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err161];
          } else {
            vErrors.push(err161);
          }
          errors++;
        }
        if (data38 < 0 || isNaN(data38)) {
          const err162 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err162];
          } else {
            vErrors.push(err162);
          }
          errors++;
        }
      } else {
        const err163 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err163];
        } else {
          vErrors.push(err163);
        }
        errors++;
      }
    }
    if (data.wear !== void 0) {
      let data39 = data.wear;
      if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
        for (const key3 in data39) {
          if (!(key3 === "memory" || key3 === "cycles")) {
            const err164 = { instancePath: instancePath + "/wear", schemaPath: "#/properties/wear/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err164];
            } else {
              vErrors.push(err164);
            }
            errors++;
          }
        }
        if (data39.memory !== void 0) {
          let data40 = data39.memory;
          const _errs182 = errors;
          let valid22 = false;
          const _errs183 = errors;
          if (typeof data40 !== "string") {
            const err165 = { instancePath: instancePath + "/wear/memory", schemaPath: "#/properties/wear/properties/memory/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err165];
            } else {
              vErrors.push(err165);
            }
            errors++;
          }
          if ("eeprom" !== data40) {
            const err166 = { instancePath: instancePath + "/wear/memory", schemaPath: "#/properties/wear/properties/memory/anyOf/0/const", keyword: "const", params: { allowedValue: "eeprom" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err166];
            } else {
              vErrors.push(err166);
            }
            errors++;
          }
          var _valid10 = _errs183 === errors;
          valid22 = valid22 || _valid10;
          const _errs185 = errors;
          if (typeof data40 !== "string") {
            const err167 = { instancePath: instancePath + "/wear/memory", schemaPath: "#/properties/wear/properties/memory/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err167];
            } else {
              vErrors.push(err167);
            }
            errors++;
          }
          if ("flash" !== data40) {
            const err168 = { instancePath: instancePath + "/wear/memory", schemaPath: "#/properties/wear/properties/memory/anyOf/1/const", keyword: "const", params: { allowedValue: "flash" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err168];
            } else {
              vErrors.push(err168);
            }
            errors++;
          }
          var _valid10 = _errs185 === errors;
          valid22 = valid22 || _valid10;
          if (!valid22) {
            const err169 = { instancePath: instancePath + "/wear/memory", schemaPath: "#/properties/wear/properties/memory/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err169];
            } else {
              vErrors.push(err169);
            }
            errors++;
          } else {
            errors = _errs182;
            if (vErrors !== null) {
              if (_errs182) {
                vErrors.length = _errs182;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data39.cycles !== void 0) {
          let data41 = data39.cycles;
          if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41))) {
            const err170 = { instancePath: instancePath + "/wear/cycles", schemaPath: "#/properties/wear/properties/cycles/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err170];
            } else {
              vErrors.push(err170);
            }
            errors++;
          }
          if (typeof data41 == "number" && isFinite(data41)) {
            if (data41 < 1 || isNaN(data41)) {
              const err171 = { instancePath: instancePath + "/wear/cycles", schemaPath: "#/properties/wear/properties/cycles/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err171];
              } else {
                vErrors.push(err171);
              }
              errors++;
            }
          }
        }
      } else {
        const err172 = { instancePath: instancePath + "/wear", schemaPath: "#/properties/wear/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err172];
        } else {
          vErrors.push(err172);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (typeof data.sensitive !== "boolean") {
        const err173 = { instancePath: instancePath + "/sensitive", schemaPath: "#/properties/sensitive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err173];
        } else {
          vErrors.push(err173);
        }
        errors++;
      }
    }
  } else {
    const err174 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err174];
    } else {
      vErrors.push(err174);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
validate36.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator17 = validate37;
var schema48 = { "type": "object", "properties": { "value": { "anyOf": [{ "type": "string", "x-source-text": true }, { "type": "boolean" }], "description": "The value in engineering units; true or false, a number, a text, or the name of an enum. It must be one that the device can hold exactly.", "x-source-text": true }, "expect": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "What other registers must hold before anything is written; read again right before the write. A condition is written `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, the name being one of the device profile.", "minItems": 1 }, "guard": { "type": "object", "required": ["set"], "properties": { "set": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "What is written before the value, in this order: `NAME=VALUE`.", "minItems": 1 }, "restore": { "type": "boolean", "description": "Put back what was there before, also after a failure. Default: true." } }, "description": "What has to be set while the value is written, such as a drive that must be stopped. Adjacent writes with the same guard share it.", "additionalProperties": false }, "persist": { "anyOf": [{ "type": "boolean", "const": false }, { "type": "string", "minLength": 1 }], "description": "What is written at the end to make changes permanent, as `NAME=VALUE`, and only when something changed; false for nothing. Default: what the profile says." }, "unless": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "With `write: once`: nothing is written while all of these hold. A condition is written `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, the name being one of the device profile.", "minItems": 1 }, "always": { "type": "boolean", "description": "With `write: once`: write in every apply. Required when `unless` does not tell whether it is needed." }, "description": { "type": "string", "description": "What the value is, for people." }, "address": { "type": "string", "minLength": 1, "description": "The address, counted from `base`; decimal, or hexadecimal such as 0x6B. For the notation of paper use `ref`.", "x-source-text": true }, "ref": { "type": "string", "minLength": 1, "description": "The address in the notation of paper, which says the table too: 40108, 400108, 4x0108, %MW107.", "x-source-text": true }, "base": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "number", "const": 1 }], "description": "Number of the first address of a table, as the manual counts. Default: 0, as on the wire." }, "read_address": { "type": "string", "minLength": 1, "description": "The address where the value is read, if it is another one; counted like `address`.", "x-source-text": true }, "access": { "anyOf": [{ "type": "string", "const": "read" }, { "type": "string", "const": "write" }, { "type": "string", "const": "read-write" }], "description": "What the device allows. Default: read for inputs, else read-write." }, "settle_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "How long the device takes until a written value can be read back. Default: 0." }, "sensitive": { "type": "boolean", "description": "The value is a secret: it is never shown." }, "write": { "anyOf": [{ "type": "string", "const": "auto" }, { "type": "string", "const": "single" }, { "type": "string", "const": "multiple" }, { "type": "string", "const": "mask" }, { "type": "string", "const": "once" }], "description": "once: an act and not a state, such as a reset command: written one time by an apply, never sent again after an unclear reply, not read back. Else the function that writes it, where no profile says so: single (5 or 6), multiple (15 or 16), mask (22) or auto." } }, "additionalProperties": false };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema48.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      let data0 = data.value;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "boolean") {
        const err2 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err3 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.expect !== void 0) {
      let data1 = data.expect;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (func1(data2) < 1) {
              const err5 = { instancePath: instancePath + "/expect/" + i0, schemaPath: "#/properties/expect/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/expect/" + i0, schemaPath: "#/properties/expect/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.guard !== void 0) {
      let data3 = data.guard;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.set === void 0) {
          const err8 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/required", keyword: "required", params: { missingProperty: "set" }, message: "must have required property 'set'" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "set" || key1 === "restore")) {
            const err9 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.set !== void 0) {
          let data4 = data3.set;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err10 = { instancePath: instancePath + "/guard/set", schemaPath: "#/properties/guard/properties/set/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            const len1 = data4.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data5 = data4[i1];
              if (typeof data5 === "string") {
                if (func1(data5) < 1) {
                  const err11 = { instancePath: instancePath + "/guard/set/" + i1, schemaPath: "#/properties/guard/properties/set/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/guard/set/" + i1, schemaPath: "#/properties/guard/properties/set/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/guard/set", schemaPath: "#/properties/guard/properties/set/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.restore !== void 0) {
          if (typeof data3.restore !== "boolean") {
            const err14 = { instancePath: instancePath + "/guard/restore", schemaPath: "#/properties/guard/properties/restore/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.persist !== void 0) {
      let data7 = data.persist;
      const _errs22 = errors;
      let valid7 = false;
      const _errs23 = errors;
      if (typeof data7 !== "boolean") {
        const err16 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (false !== data7) {
        const err17 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/0/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      var _valid1 = _errs23 === errors;
      valid7 = valid7 || _valid1;
      const _errs25 = errors;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err18 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid1 = _errs25 === errors;
      valid7 = valid7 || _valid1;
      if (!valid7) {
        const err20 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      } else {
        errors = _errs22;
        if (vErrors !== null) {
          if (_errs22) {
            vErrors.length = _errs22;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.unless !== void 0) {
      let data8 = data.unless;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err21 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        const len2 = data8.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data9 = data8[i2];
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err22 = { instancePath: instancePath + "/unless/" + i2, schemaPath: "#/properties/unless/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/unless/" + i2, schemaPath: "#/properties/unless/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.always !== void 0) {
      if (typeof data.always !== "boolean") {
        const err25 = { instancePath: instancePath + "/always", schemaPath: "#/properties/always/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err26 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data12 = data.address;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err27 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.ref !== void 0) {
      let data13 = data.ref;
      if (typeof data13 === "string") {
        if (func1(data13) < 1) {
          const err29 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.base !== void 0) {
      let data14 = data.base;
      const _errs40 = errors;
      let valid10 = false;
      const _errs41 = errors;
      if (!(typeof data14 == "number" && isFinite(data14))) {
        const err31 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (0 !== data14) {
        const err32 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/0/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      var _valid2 = _errs41 === errors;
      valid10 = valid10 || _valid2;
      const _errs43 = errors;
      if (!(typeof data14 == "number" && isFinite(data14))) {
        const err33 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (1 !== data14) {
        const err34 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf/1/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      var _valid2 = _errs43 === errors;
      valid10 = valid10 || _valid2;
      if (!valid10) {
        const err35 = { instancePath: instancePath + "/base", schemaPath: "#/properties/base/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      } else {
        errors = _errs40;
        if (vErrors !== null) {
          if (_errs40) {
            vErrors.length = _errs40;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.read_address !== void 0) {
      let data15 = data.read_address;
      if (typeof data15 === "string") {
        if (func1(data15) < 1) {
          const err36 = { instancePath: instancePath + "/read_address", schemaPath: "#/properties/read_address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/read_address", schemaPath: "#/properties/read_address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.access !== void 0) {
      let data16 = data.access;
      const _errs48 = errors;
      let valid11 = false;
      const _errs49 = errors;
      if (typeof data16 !== "string") {
        const err38 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if ("read" !== data16) {
        const err39 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/0/const", keyword: "const", params: { allowedValue: "read" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
      var _valid3 = _errs49 === errors;
      valid11 = valid11 || _valid3;
      const _errs51 = errors;
      if (typeof data16 !== "string") {
        const err40 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if ("write" !== data16) {
        const err41 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/1/const", keyword: "const", params: { allowedValue: "write" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      var _valid3 = _errs51 === errors;
      valid11 = valid11 || _valid3;
      const _errs53 = errors;
      if (typeof data16 !== "string") {
        const err42 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if ("read-write" !== data16) {
        const err43 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf/2/const", keyword: "const", params: { allowedValue: "read-write" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      var _valid3 = _errs53 === errors;
      valid11 = valid11 || _valid3;
      if (!valid11) {
        const err44 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      } else {
        errors = _errs48;
        if (vErrors !== null) {
          if (_errs48) {
            vErrors.length = _errs48;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.settle_seconds !== void 0) {
      let data17 = data.settle_seconds;
      if (typeof data17 == "number" && isFinite(data17)) {
        if (data17 > 3600 || isNaN(data17)) {
          const err45 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (data17 < 0 || isNaN(data17)) {
          const err46 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = { instancePath: instancePath + "/settle_seconds", schemaPath: "#/properties/settle_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (typeof data.sensitive !== "boolean") {
        const err48 = { instancePath: instancePath + "/sensitive", schemaPath: "#/properties/sensitive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.write !== void 0) {
      let data19 = data.write;
      const _errs60 = errors;
      let valid12 = false;
      const _errs61 = errors;
      if (typeof data19 !== "string") {
        const err49 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if ("auto" !== data19) {
        const err50 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/0/const", keyword: "const", params: { allowedValue: "auto" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      var _valid4 = _errs61 === errors;
      valid12 = valid12 || _valid4;
      const _errs63 = errors;
      if (typeof data19 !== "string") {
        const err51 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if ("single" !== data19) {
        const err52 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/1/const", keyword: "const", params: { allowedValue: "single" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      var _valid4 = _errs63 === errors;
      valid12 = valid12 || _valid4;
      const _errs65 = errors;
      if (typeof data19 !== "string") {
        const err53 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
      if ("multiple" !== data19) {
        const err54 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/2/const", keyword: "const", params: { allowedValue: "multiple" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      var _valid4 = _errs65 === errors;
      valid12 = valid12 || _valid4;
      const _errs67 = errors;
      if (typeof data19 !== "string") {
        const err55 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      if ("mask" !== data19) {
        const err56 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/3/const", keyword: "const", params: { allowedValue: "mask" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
      var _valid4 = _errs67 === errors;
      valid12 = valid12 || _valid4;
      const _errs69 = errors;
      if (typeof data19 !== "string") {
        const err57 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if ("once" !== data19) {
        const err58 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf/4/const", keyword: "const", params: { allowedValue: "once" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
      var _valid4 = _errs69 === errors;
      valid12 = valid12 || _valid4;
      if (!valid12) {
        const err59 = { instancePath: instancePath + "/write", schemaPath: "#/properties/write/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      } else {
        errors = _errs60;
        if (vErrors !== null) {
          if (_errs60) {
            vErrors.length = _errs60;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err60 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err60];
    } else {
      vErrors.push(err60);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator18 = validate38;
var schema49 = { "type": "object", "properties": { "database": { "type": "string", "minLength": 1, "description": "The database. Default: the one in the node's settings." }, "sql": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "SQL files of the project, as paths or globs: `schema/*.sql`. In which order they stand does not matter.", "x-files": true }, "tables": { "type": "object", "additionalProperties": { "type": "object", "properties": { "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database." }, "columns": { "type": "object", "additionalProperties": { "type": ["string", "object"], "minLength": 1, "properties": { "type": { "type": "string", "minLength": 1, "description": "The type, in any way that the server understands: `numeric(12,2)`." }, "not_null": { "type": "boolean", "description": "The column always has a value. Default: false." }, "default": { "type": ["string", "number", "boolean", "null", "object"], "properties": { "expression": { "type": "string", "minLength": 1, "description": "The value as SQL: `now()`." } }, "required": ["expression"], "additionalProperties": false, "description": "The value of rows that give none: a text, a number, true, false, or `{ expression: now() }`." }, "identity": { "type": "string", "enum": ["always", "by_default"], "description": "Numbers the rows: `always`, or `by_default` where a row may bring its own number. MySQL: auto_increment." }, "sequence": { "type": "object", "properties": { "start": { "type": "integer", "description": "The first number." }, "increment": { "type": "integer", "description": "How far numbers are apart." }, "min": { "type": "integer", "description": "The least number." }, "max": { "type": "integer", "description": "The greatest number." }, "cache": { "type": "integer", "description": "How many numbers a session takes at once." }, "cycle": { "type": "boolean", "description": "After the last number comes the first. Default: false." } }, "additionalProperties": false, "description": "How an identity column counts. PostgreSQL only." }, "generated": { "type": ["string", "object"], "minLength": 1, "properties": { "expression": { "type": "string", "minLength": 1, "description": "The value as SQL." }, "stored": { "type": "boolean", "description": "The value is kept in the row; otherwise it is computed when it is read. Default: true." } }, "additionalProperties": false, "required": ["expression"], "description": "The value as SQL, computed from other columns: `lower(email)`." }, "check": { "type": "string", "minLength": 1, "description": "What must hold for the value, as SQL: `total >= 0`." }, "unique": { "type": "boolean", "description": "No two rows have the same value. Default: false." }, "collation": { "type": "string", "minLength": 1, "description": "The collation." }, "charset": { "type": "string", "minLength": 1, "description": "The character set. MySQL and MariaDB only." }, "on_update": { "type": "string", "minLength": 1, "description": "The value that every update sets, as SQL: `current_timestamp()`. MySQL and MariaDB only." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." }, "using": { "type": "string", "minLength": 1, "description": "How present values become those of the type, as SQL, where the column has another type now: `lower(mail)`. PostgreSQL only." } }, "additionalProperties": false, "required": ["type"], "description": "The type, or a map of the type and more." }, "description": "The columns by name, in their order." }, "primary_key": { "type": ["array", "object"], "minItems": 1, "items": { "type": "string", "minLength": 1 }, "properties": { "name": { "type": "string", "minLength": 1, "description": "The name of the constraint. PostgreSQL only. Default: the server gives one." }, "columns": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "The columns." }, "include": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "Further columns that its index holds. PostgreSQL only." }, "deferrable": { "type": "string", "enum": ["initially_immediate", "initially_deferred"], "description": "The check may wait until the transaction ends. PostgreSQL only. Default: it does not." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database. PostgreSQL only." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." } }, "additionalProperties": false, "required": ["columns"], "description": "The columns of the primary key." }, "unique": { "type": "object", "additionalProperties": { "type": ["array", "object"], "minItems": 1, "items": { "type": "string", "minLength": 1 }, "properties": { "columns": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "The columns." }, "include": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "Further columns that its index holds. PostgreSQL only." }, "deferrable": { "type": "string", "enum": ["initially_immediate", "initially_deferred"], "description": "The check may wait until the transaction ends. PostgreSQL only. Default: it does not." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database. PostgreSQL only." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." }, "nulls_not_distinct": { "type": "boolean", "description": "Rows without a value count as equal. PostgreSQL only. Default: false." } }, "additionalProperties": false, "required": ["columns"], "description": "The columns that are unique together." }, "description": "Unique constraints by name." }, "checks": { "type": "object", "additionalProperties": { "type": ["string", "object"], "minLength": 1, "properties": { "expression": { "type": "string", "minLength": 1, "description": "What must hold for every row, as SQL." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database. PostgreSQL only." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." } }, "additionalProperties": false, "required": ["expression"], "description": "What must hold for every row, as SQL: `total >= 0`." }, "description": "Check constraints by name." }, "indexes": { "type": "object", "additionalProperties": { "type": ["array", "object"], "minItems": 1, "items": { "type": "string", "minLength": 1 }, "properties": { "on": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "Columns by name, or SQL: `lower(email)`, `created_at desc`." }, "unique": { "type": "boolean", "description": "No two rows may be equal in it. Default: false." }, "where": { "type": "string", "minLength": 1, "description": "It holds only rows for which this is true, as SQL. PostgreSQL only." }, "include": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "Further columns that it holds. PostgreSQL only." }, "method": { "type": "string", "minLength": 1, "description": "The kind of index: `gin`; MySQL: `fulltext`, `spatial`, `hash`. Default: btree." }, "nulls_not_distinct": { "type": "boolean", "description": "Rows without a value count as equal. PostgreSQL only. Default: false." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." } }, "additionalProperties": false, "required": ["on"], "description": "Columns by name, or SQL, or a map of them and more." }, "description": "Indexes by name." }, "foreign_keys": { "type": "object", "additionalProperties": { "type": "object", "properties": { "columns": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "The columns of this table." }, "references": { "type": "string", "minLength": 1, "description": "The table and its columns that they lead to: `crm.customer (id)`." }, "on_delete": { "type": "string", "enum": ["no_action", "restrict", "cascade", "set_null", "set_default"], "description": "When the row there is deleted. Default: no_action." }, "on_update": { "type": "string", "enum": ["no_action", "restrict", "cascade", "set_null", "set_default"], "description": "When the key there changes. Default: no_action." }, "match": { "type": "string", "enum": ["simple", "full"], "description": "Whether some of several columns may be without a value. PostgreSQL only. Default: simple." }, "deferrable": { "type": "string", "enum": ["initially_immediate", "initially_deferred"], "description": "The check may wait until the transaction ends. PostgreSQL only. Default: it does not." }, "comment": { "type": "string", "minLength": 1, "description": "A comment, kept in the database. PostgreSQL only." }, "renamed_from": { "type": ["string", "array"], "items": { "type": "string", "minLength": 1 }, "description": "What it was called before, or a list of such names. It is renamed; afterwards the entry means nothing." } }, "additionalProperties": false, "required": ["columns", "references"], "description": "A foreign key." }, "description": "Foreign keys by name." }, "grants": { "type": "object", "additionalProperties": { "type": ["array", "object"], "minItems": 1, "items": { "type": "string", "minLength": 1 }, "properties": { "privileges": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 }, "description": "The privileges." }, "with_grant_option": { "type": "boolean", "description": "The role may grant them to others. Default: false." } }, "additionalProperties": false, "required": ["privileges"], "description": "The privileges: `select`, `update (email)`." }, "description": "Who may do what with the table, by role; `public` is everybody. PostgreSQL only." }, "owner": { "type": "string", "minLength": 1, "description": "The role to which the table belongs. PostgreSQL only. Default: it stays as it is." }, "partition_by": { "type": "string", "minLength": 1, "description": "How rows are spread over partitions, as SQL: `range (created_at)`." }, "unlogged": { "type": "boolean", "description": "It is left out of the write-ahead log and empty after a crash. PostgreSQL only. Default: false." }, "engine": { "type": "string", "minLength": 1, "description": "The storage engine. MySQL and MariaDB only." }, "charset": { "type": "string", "minLength": 1, "description": "The character set of columns that name none. MySQL and MariaDB only." }, "collation": { "type": "string", "minLength": 1, "description": "The collation of columns that name none. MySQL and MariaDB only." }, "row_format": { "type": "string", "minLength": 1, "description": "The format of rows: `dynamic`. MySQL and MariaDB only." } }, "additionalProperties": false, "required": ["columns"], "description": "A table." }, "description": "Tables in YAML, by name: `orders`, or `shop.orders` with its schema. They are rendered to SQL, and mean the same." }, "raw": { "type": "string", "description": "Further SQL, for what tables in YAML cannot say." }, "owns": { "type": "object", "properties": { "schemas": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "PostgreSQL schemas that are managed. Default: those that the declaration puts something in." }, "except": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Globs over `schema.object` (MySQL: `object`) that are left alone: `app.tmp_*`. Never changed, never dropped." }, "extensions": { "type": "boolean", "default": false, "description": "Extensions that are installed and not declared are owned too." }, "grants": { "type": "boolean", "description": "Privileges on what is owned, too: those that are not declared are taken away. Without it, they are left to `grant` resources. Default: only when the declaration grants anything." }, "owners": { "type": "boolean", "description": "To whom objects of PostgreSQL belong: true: to the account, unless the declaration names somebody (`ALTER \u2026 OWNER TO`, `owner`); false: owners stay as they are, whatever is declared. Default: only owners that are declared." } }, "additionalProperties": false, "description": "What is managed. Nothing outside of it is ever touched." }, "prune": { "type": "boolean", "default": false, "description": "Objects that are owned and not declared are dropped (each drop that loses data must be allowed). Default: they are told and left alone." }, "allow": { "type": "array", "items": { "type": "object", "required": ["hazard"], "properties": { "hazard": { "anyOf": [{ "type": "string", "const": "DB101" }, { "type": "string", "const": "DB102" }, { "type": "string", "const": "DB103" }, { "type": "string", "const": "DB201" }, { "type": "string", "const": "DB202" }, { "type": "string", "const": "DB203" }, { "type": "string", "const": "DB204" }, { "type": "string", "const": "DB205" }, { "type": "string", "const": "DB206" }, { "type": "string", "const": "DB301" }, { "type": "string", "const": "DB302" }, { "type": "string", "const": "DB401" }, { "type": "string", "const": "DB501" }, { "type": "string", "const": "DB601" }, { "type": "string", "const": "DB602" }, { "type": "string", "const": "DB901" }, { "type": "string", "const": "DB902" }, { "type": "string", "const": "DB903" }], "description": "The code of the hazard: DB101." }, "objects": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Globs over the objects it may happen to: `app.legacy_orders.note`. Default: all." }, "until": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "The last day on which this holds, by the clock of the server: 2027-01-31." } }, "additionalProperties": false }, "description": "Hazards that may happen although they are refused by default." }, "online": { "type": "object", "properties": { "indexes": { "anyOf": [{ "type": "string", "const": "concurrently" }, { "type": "string", "const": "plain" }], "default": "concurrently", "description": "How PostgreSQL builds indexes on tables that exist: without blocking writes, or at once." }, "constraints": { "anyOf": [{ "type": "string", "const": "not_valid" }, { "type": "string", "const": "plain" }], "default": "not_valid", "description": "How PostgreSQL adds constraints to tables that exist: first for new rows and checked after, or at once." }, "lock_timeout_seconds": { "type": "number", "minimum": 0.1, "maximum": 86400, "default": 3, "description": "How long a statement waits for a lock before it is taken back and tried again." }, "retries": { "type": "integer", "minimum": 0, "maximum": 100, "default": 5, "description": "How often it is tried again." }, "statement_timeout_seconds": { "type": "number", "minimum": 0.1, "maximum": 86400, "default": 60, "description": "How long a short statement may run." }, "long_timeout_seconds": { "type": "number", "minimum": 0.1, "maximum": 86400, "default": 3600, "description": "How long a statement may run that builds an index or reads a whole table." }, "large_table_rows": { "type": "integer", "minimum": 0, "default": 1e6, "description": "From so many rows on a table counts as large." }, "large_table_megabytes": { "type": "integer", "minimum": 0, "default": 100, "description": "From so many megabytes on a table counts as large." } }, "additionalProperties": false, "description": "How careful the change is with those who use the database meanwhile." }, "scratch": { "anyOf": [{ "type": "string", "const": "auto" }, { "type": "string", "const": "url" }, { "type": "string", "const": "database" }, { "type": "string", "const": "embedded" }, { "type": "string", "const": "pglite" }, { "type": "string", "const": "transaction" }], "default": "auto", "description": "Where the declaration is loaded to learn how the server spells it: a database made and dropped on the same server, a given URL, an embedded server on this machine, or a transaction that is taken back." }, "scratch_url": { "type": "string", "minLength": 1, "description": "For `scratch: url`: the connection URL of an empty database." } }, "additionalProperties": false };
var pattern6 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema49.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data0 = data.database;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.sql !== void 0) {
      let data1 = data.sql;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (func1(data2) < 1) {
              const err3 = { instancePath: instancePath + "/sql/" + i0, schemaPath: "#/properties/sql/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/sql/" + i0, schemaPath: "#/properties/sql/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/sql", schemaPath: "#/properties/sql/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.tables !== void 0) {
      let data3 = data.tables;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          let data4 = data3[key1];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.columns === void 0) {
              const err6 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/required", keyword: "required", params: { missingProperty: "columns" }, message: "must have required property 'columns'" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            for (const key2 in data4) {
              if (!func2.call(schema49.properties.tables.additionalProperties.properties, key2)) {
                const err7 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data4.renamed_from !== void 0) {
              let data5 = data4.renamed_from;
              if (typeof data5 !== "string" && !Array.isArray(data5)) {
                const err8 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
              if (Array.isArray(data5)) {
                const len1 = data5.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data6 = data5[i1];
                  if (typeof data6 === "string") {
                    if (func1(data6) < 1) {
                      const err9 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i1, schemaPath: "#/properties/tables/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err9];
                      } else {
                        vErrors.push(err9);
                      }
                      errors++;
                    }
                  } else {
                    const err10 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i1, schemaPath: "#/properties/tables/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err10];
                    } else {
                      vErrors.push(err10);
                    }
                    errors++;
                  }
                }
              }
            }
            if (data4.comment !== void 0) {
              let data7 = data4.comment;
              if (typeof data7 === "string") {
                if (func1(data7) < 1) {
                  const err11 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data4.columns !== void 0) {
              let data8 = data4.columns;
              if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                for (const key3 in data8) {
                  let data9 = data8[key3];
                  if (typeof data9 !== "string" && !(data9 && typeof data9 == "object" && !Array.isArray(data9))) {
                    const err13 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.type }, message: "must be string,object" };
                    if (vErrors === null) {
                      vErrors = [err13];
                    } else {
                      vErrors.push(err13);
                    }
                    errors++;
                  }
                  if (typeof data9 === "string") {
                    if (func1(data9) < 1) {
                      const err14 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err14];
                      } else {
                        vErrors.push(err14);
                      }
                      errors++;
                    }
                  }
                  if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                    if (data9.type === void 0) {
                      const err15 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
                      if (vErrors === null) {
                        vErrors = [err15];
                      } else {
                        vErrors.push(err15);
                      }
                      errors++;
                    }
                    for (const key4 in data9) {
                      if (!func2.call(schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.properties, key4)) {
                        const err16 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err16];
                        } else {
                          vErrors.push(err16);
                        }
                        errors++;
                      }
                    }
                    if (data9.type !== void 0) {
                      let data10 = data9.type;
                      if (typeof data10 === "string") {
                        if (func1(data10) < 1) {
                          const err17 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err17];
                          } else {
                            vErrors.push(err17);
                          }
                          errors++;
                        }
                      } else {
                        const err18 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err18];
                        } else {
                          vErrors.push(err18);
                        }
                        errors++;
                      }
                    }
                    if (data9.not_null !== void 0) {
                      if (typeof data9.not_null !== "boolean") {
                        const err19 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/not_null", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/not_null/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err19];
                        } else {
                          vErrors.push(err19);
                        }
                        errors++;
                      }
                    }
                    if (data9.default !== void 0) {
                      let data12 = data9.default;
                      if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean" && data12 !== null && !(data12 && typeof data12 == "object" && !Array.isArray(data12))) {
                        const err20 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/default/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.properties.default.type }, message: "must be string,number,boolean,null,object" };
                        if (vErrors === null) {
                          vErrors = [err20];
                        } else {
                          vErrors.push(err20);
                        }
                        errors++;
                      }
                      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                        if (data12.expression === void 0) {
                          const err21 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/default/required", keyword: "required", params: { missingProperty: "expression" }, message: "must have required property 'expression'" };
                          if (vErrors === null) {
                            vErrors = [err21];
                          } else {
                            vErrors.push(err21);
                          }
                          errors++;
                        }
                        for (const key5 in data12) {
                          if (!(key5 === "expression")) {
                            const err22 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/default/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err22];
                            } else {
                              vErrors.push(err22);
                            }
                            errors++;
                          }
                        }
                        if (data12.expression !== void 0) {
                          let data13 = data12.expression;
                          if (typeof data13 === "string") {
                            if (func1(data13) < 1) {
                              const err23 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/default/expression", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/default/properties/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err23];
                              } else {
                                vErrors.push(err23);
                              }
                              errors++;
                            }
                          } else {
                            const err24 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/default/expression", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/default/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err24];
                            } else {
                              vErrors.push(err24);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                    if (data9.identity !== void 0) {
                      let data14 = data9.identity;
                      if (typeof data14 !== "string") {
                        const err25 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/identity", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/identity/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err25];
                        } else {
                          vErrors.push(err25);
                        }
                        errors++;
                      }
                      if (!(data14 === "always" || data14 === "by_default")) {
                        const err26 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/identity", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/identity/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.properties.identity.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err26];
                        } else {
                          vErrors.push(err26);
                        }
                        errors++;
                      }
                    }
                    if (data9.sequence !== void 0) {
                      let data15 = data9.sequence;
                      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                        for (const key6 in data15) {
                          if (!(key6 === "start" || key6 === "increment" || key6 === "min" || key6 === "max" || key6 === "cache" || key6 === "cycle")) {
                            const err27 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err27];
                            } else {
                              vErrors.push(err27);
                            }
                            errors++;
                          }
                        }
                        if (data15.start !== void 0) {
                          let data16 = data15.start;
                          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                            const err28 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/start", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/start/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            if (vErrors === null) {
                              vErrors = [err28];
                            } else {
                              vErrors.push(err28);
                            }
                            errors++;
                          }
                        }
                        if (data15.increment !== void 0) {
                          let data17 = data15.increment;
                          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                            const err29 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/increment", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/increment/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            if (vErrors === null) {
                              vErrors = [err29];
                            } else {
                              vErrors.push(err29);
                            }
                            errors++;
                          }
                        }
                        if (data15.min !== void 0) {
                          let data18 = data15.min;
                          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                            const err30 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/min", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            if (vErrors === null) {
                              vErrors = [err30];
                            } else {
                              vErrors.push(err30);
                            }
                            errors++;
                          }
                        }
                        if (data15.max !== void 0) {
                          let data19 = data15.max;
                          if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
                            const err31 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/max", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            if (vErrors === null) {
                              vErrors = [err31];
                            } else {
                              vErrors.push(err31);
                            }
                            errors++;
                          }
                        }
                        if (data15.cache !== void 0) {
                          let data20 = data15.cache;
                          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                            const err32 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/cache", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/cache/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                            if (vErrors === null) {
                              vErrors = [err32];
                            } else {
                              vErrors.push(err32);
                            }
                            errors++;
                          }
                        }
                        if (data15.cycle !== void 0) {
                          if (typeof data15.cycle !== "boolean") {
                            const err33 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence/cycle", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/properties/cycle/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            if (vErrors === null) {
                              vErrors = [err33];
                            } else {
                              vErrors.push(err33);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err34 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sequence", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/sequence/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                          vErrors = [err34];
                        } else {
                          vErrors.push(err34);
                        }
                        errors++;
                      }
                    }
                    if (data9.generated !== void 0) {
                      let data22 = data9.generated;
                      if (typeof data22 !== "string" && !(data22 && typeof data22 == "object" && !Array.isArray(data22))) {
                        const err35 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.properties.generated.type }, message: "must be string,object" };
                        if (vErrors === null) {
                          vErrors = [err35];
                        } else {
                          vErrors.push(err35);
                        }
                        errors++;
                      }
                      if (typeof data22 === "string") {
                        if (func1(data22) < 1) {
                          const err36 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err36];
                          } else {
                            vErrors.push(err36);
                          }
                          errors++;
                        }
                      }
                      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                        if (data22.expression === void 0) {
                          const err37 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/required", keyword: "required", params: { missingProperty: "expression" }, message: "must have required property 'expression'" };
                          if (vErrors === null) {
                            vErrors = [err37];
                          } else {
                            vErrors.push(err37);
                          }
                          errors++;
                        }
                        for (const key7 in data22) {
                          if (!(key7 === "expression" || key7 === "stored")) {
                            const err38 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err38];
                            } else {
                              vErrors.push(err38);
                            }
                            errors++;
                          }
                        }
                        if (data22.expression !== void 0) {
                          let data23 = data22.expression;
                          if (typeof data23 === "string") {
                            if (func1(data23) < 1) {
                              const err39 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated/expression", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/properties/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err39];
                              } else {
                                vErrors.push(err39);
                              }
                              errors++;
                            }
                          } else {
                            const err40 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated/expression", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err40];
                            } else {
                              vErrors.push(err40);
                            }
                            errors++;
                          }
                        }
                        if (data22.stored !== void 0) {
                          if (typeof data22.stored !== "boolean") {
                            const err41 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/generated/stored", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/generated/properties/stored/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            if (vErrors === null) {
                              vErrors = [err41];
                            } else {
                              vErrors.push(err41);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                    if (data9.check !== void 0) {
                      let data25 = data9.check;
                      if (typeof data25 === "string") {
                        if (func1(data25) < 1) {
                          const err42 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/check", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/check/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err42];
                          } else {
                            vErrors.push(err42);
                          }
                          errors++;
                        }
                      } else {
                        const err43 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/check", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err43];
                        } else {
                          vErrors.push(err43);
                        }
                        errors++;
                      }
                    }
                    if (data9.unique !== void 0) {
                      if (typeof data9.unique !== "boolean") {
                        const err44 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/unique/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err44];
                        } else {
                          vErrors.push(err44);
                        }
                        errors++;
                      }
                    }
                    if (data9.collation !== void 0) {
                      let data27 = data9.collation;
                      if (typeof data27 === "string") {
                        if (func1(data27) < 1) {
                          const err45 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/collation", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/collation/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err45];
                          } else {
                            vErrors.push(err45);
                          }
                          errors++;
                        }
                      } else {
                        const err46 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/collation", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/collation/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err46];
                        } else {
                          vErrors.push(err46);
                        }
                        errors++;
                      }
                    }
                    if (data9.charset !== void 0) {
                      let data28 = data9.charset;
                      if (typeof data28 === "string") {
                        if (func1(data28) < 1) {
                          const err47 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/charset", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/charset/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err47];
                          } else {
                            vErrors.push(err47);
                          }
                          errors++;
                        }
                      } else {
                        const err48 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/charset", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/charset/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err48];
                        } else {
                          vErrors.push(err48);
                        }
                        errors++;
                      }
                    }
                    if (data9.on_update !== void 0) {
                      let data29 = data9.on_update;
                      if (typeof data29 === "string") {
                        if (func1(data29) < 1) {
                          const err49 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_update", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/on_update/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err49];
                          } else {
                            vErrors.push(err49);
                          }
                          errors++;
                        }
                      } else {
                        const err50 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_update", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/on_update/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                    if (data9.comment !== void 0) {
                      let data30 = data9.comment;
                      if (typeof data30 === "string") {
                        if (func1(data30) < 1) {
                          const err51 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err51];
                          } else {
                            vErrors.push(err51);
                          }
                          errors++;
                        }
                      } else {
                        const err52 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err52];
                        } else {
                          vErrors.push(err52);
                        }
                        errors++;
                      }
                    }
                    if (data9.renamed_from !== void 0) {
                      let data31 = data9.renamed_from;
                      if (typeof data31 !== "string" && !Array.isArray(data31)) {
                        const err53 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.columns.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                        if (vErrors === null) {
                          vErrors = [err53];
                        } else {
                          vErrors.push(err53);
                        }
                        errors++;
                      }
                      if (Array.isArray(data31)) {
                        const len2 = data31.length;
                        for (let i2 = 0; i2 < len2; i2++) {
                          let data32 = data31[i2];
                          if (typeof data32 === "string") {
                            if (func1(data32) < 1) {
                              const err54 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i2, schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err54];
                              } else {
                                vErrors.push(err54);
                              }
                              errors++;
                            }
                          } else {
                            const err55 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i2, schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err55];
                            } else {
                              vErrors.push(err55);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                    if (data9.using !== void 0) {
                      let data33 = data9.using;
                      if (typeof data33 === "string") {
                        if (func1(data33) < 1) {
                          const err56 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/using", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/using/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err56];
                          } else {
                            vErrors.push(err56);
                          }
                          errors++;
                        }
                      } else {
                        const err57 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/using", schemaPath: "#/properties/tables/additionalProperties/properties/columns/additionalProperties/properties/using/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err57];
                        } else {
                          vErrors.push(err57);
                        }
                        errors++;
                      }
                    }
                  }
                }
              } else {
                const err58 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns", schemaPath: "#/properties/tables/additionalProperties/properties/columns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data4.primary_key !== void 0) {
              let data34 = data4.primary_key;
              if (!data34 || typeof data34 != "object") {
                const err59 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.primary_key.type }, message: "must be array,object" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
              if (Array.isArray(data34)) {
                if (data34.length < 1) {
                  const err60 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
                const len3 = data34.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data35 = data34[i3];
                  if (typeof data35 === "string") {
                    if (func1(data35) < 1) {
                      const err61 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/" + i3, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err61];
                      } else {
                        vErrors.push(err61);
                      }
                      errors++;
                    }
                  } else {
                    const err62 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/" + i3, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err62];
                    } else {
                      vErrors.push(err62);
                    }
                    errors++;
                  }
                }
              }
              if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                if (data34.columns === void 0) {
                  const err63 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/required", keyword: "required", params: { missingProperty: "columns" }, message: "must have required property 'columns'" };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
                for (const key8 in data34) {
                  if (!(key8 === "name" || key8 === "columns" || key8 === "include" || key8 === "deferrable" || key8 === "comment" || key8 === "renamed_from")) {
                    const err64 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err64];
                    } else {
                      vErrors.push(err64);
                    }
                    errors++;
                  }
                }
                if (data34.name !== void 0) {
                  let data36 = data34.name;
                  if (typeof data36 === "string") {
                    if (func1(data36) < 1) {
                      const err65 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/name", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err65];
                      } else {
                        vErrors.push(err65);
                      }
                      errors++;
                    }
                  } else {
                    const err66 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/name", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                }
                if (data34.columns !== void 0) {
                  let data37 = data34.columns;
                  if (Array.isArray(data37)) {
                    if (data37.length < 1) {
                      const err67 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/columns", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/columns/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err67];
                      } else {
                        vErrors.push(err67);
                      }
                      errors++;
                    }
                    const len4 = data37.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data38 = data37[i4];
                      if (typeof data38 === "string") {
                        if (func1(data38) < 1) {
                          const err68 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/columns/" + i4, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/columns/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err68];
                          } else {
                            vErrors.push(err68);
                          }
                          errors++;
                        }
                      } else {
                        const err69 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/columns/" + i4, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/columns/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err69];
                        } else {
                          vErrors.push(err69);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err70 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/columns", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/columns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                }
                if (data34.include !== void 0) {
                  let data39 = data34.include;
                  if (Array.isArray(data39)) {
                    if (data39.length < 1) {
                      const err71 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/include", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err71];
                      } else {
                        vErrors.push(err71);
                      }
                      errors++;
                    }
                    const len5 = data39.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data40 = data39[i5];
                      if (typeof data40 === "string") {
                        if (func1(data40) < 1) {
                          const err72 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/include/" + i5, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/include/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err72];
                          } else {
                            vErrors.push(err72);
                          }
                          errors++;
                        }
                      } else {
                        const err73 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/include/" + i5, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/include/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err73];
                        } else {
                          vErrors.push(err73);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err74 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/include", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err74];
                    } else {
                      vErrors.push(err74);
                    }
                    errors++;
                  }
                }
                if (data34.deferrable !== void 0) {
                  let data41 = data34.deferrable;
                  if (typeof data41 !== "string") {
                    const err75 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/deferrable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err75];
                    } else {
                      vErrors.push(err75);
                    }
                    errors++;
                  }
                  if (!(data41 === "initially_immediate" || data41 === "initially_deferred")) {
                    const err76 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/deferrable/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.primary_key.properties.deferrable.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err76];
                    } else {
                      vErrors.push(err76);
                    }
                    errors++;
                  }
                }
                if (data34.comment !== void 0) {
                  let data42 = data34.comment;
                  if (typeof data42 === "string") {
                    if (func1(data42) < 1) {
                      const err77 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/comment", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err77];
                      } else {
                        vErrors.push(err77);
                      }
                      errors++;
                    }
                  } else {
                    const err78 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/comment", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err78];
                    } else {
                      vErrors.push(err78);
                    }
                    errors++;
                  }
                }
                if (data34.renamed_from !== void 0) {
                  let data43 = data34.renamed_from;
                  if (typeof data43 !== "string" && !Array.isArray(data43)) {
                    const err79 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.primary_key.properties.renamed_from.type }, message: "must be string,array" };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                  if (Array.isArray(data43)) {
                    const len6 = data43.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data44 = data43[i6];
                      if (typeof data44 === "string") {
                        if (func1(data44) < 1) {
                          const err80 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/renamed_from/" + i6, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err80];
                          } else {
                            vErrors.push(err80);
                          }
                          errors++;
                        }
                      } else {
                        const err81 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/primary_key/renamed_from/" + i6, schemaPath: "#/properties/tables/additionalProperties/properties/primary_key/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err81];
                        } else {
                          vErrors.push(err81);
                        }
                        errors++;
                      }
                    }
                  }
                }
              }
            }
            if (data4.unique !== void 0) {
              let data45 = data4.unique;
              if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                for (const key9 in data45) {
                  let data46 = data45[key9];
                  if (!data46 || typeof data46 != "object") {
                    const err82 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.unique.additionalProperties.type }, message: "must be array,object" };
                    if (vErrors === null) {
                      vErrors = [err82];
                    } else {
                      vErrors.push(err82);
                    }
                    errors++;
                  }
                  if (Array.isArray(data46)) {
                    if (data46.length < 1) {
                      const err83 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err83];
                      } else {
                        vErrors.push(err83);
                      }
                      errors++;
                    }
                    const len7 = data46.length;
                    for (let i7 = 0; i7 < len7; i7++) {
                      let data47 = data46[i7];
                      if (typeof data47 === "string") {
                        if (func1(data47) < 1) {
                          const err84 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i7, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                      } else {
                        const err85 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i7, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err85];
                        } else {
                          vErrors.push(err85);
                        }
                        errors++;
                      }
                    }
                  }
                  if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
                    if (data46.columns === void 0) {
                      const err86 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/required", keyword: "required", params: { missingProperty: "columns" }, message: "must have required property 'columns'" };
                      if (vErrors === null) {
                        vErrors = [err86];
                      } else {
                        vErrors.push(err86);
                      }
                      errors++;
                    }
                    for (const key10 in data46) {
                      if (!(key10 === "columns" || key10 === "include" || key10 === "deferrable" || key10 === "comment" || key10 === "renamed_from" || key10 === "nulls_not_distinct")) {
                        const err87 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err87];
                        } else {
                          vErrors.push(err87);
                        }
                        errors++;
                      }
                    }
                    if (data46.columns !== void 0) {
                      let data48 = data46.columns;
                      if (Array.isArray(data48)) {
                        if (data48.length < 1) {
                          const err88 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/columns/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err88];
                          } else {
                            vErrors.push(err88);
                          }
                          errors++;
                        }
                        const len8 = data48.length;
                        for (let i8 = 0; i8 < len8; i8++) {
                          let data49 = data48[i8];
                          if (typeof data49 === "string") {
                            if (func1(data49) < 1) {
                              const err89 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + i8, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/columns/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err89];
                              } else {
                                vErrors.push(err89);
                              }
                              errors++;
                            }
                          } else {
                            const err90 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + i8, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/columns/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err90];
                            } else {
                              vErrors.push(err90);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err91 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/columns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err91];
                        } else {
                          vErrors.push(err91);
                        }
                        errors++;
                      }
                    }
                    if (data46.include !== void 0) {
                      let data50 = data46.include;
                      if (Array.isArray(data50)) {
                        if (data50.length < 1) {
                          const err92 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/include", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err92];
                          } else {
                            vErrors.push(err92);
                          }
                          errors++;
                        }
                        const len9 = data50.length;
                        for (let i9 = 0; i9 < len9; i9++) {
                          let data51 = data50[i9];
                          if (typeof data51 === "string") {
                            if (func1(data51) < 1) {
                              const err93 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/include/" + i9, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/include/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err93];
                              } else {
                                vErrors.push(err93);
                              }
                              errors++;
                            }
                          } else {
                            const err94 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/include/" + i9, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/include/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err94];
                            } else {
                              vErrors.push(err94);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err95 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/include", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err95];
                        } else {
                          vErrors.push(err95);
                        }
                        errors++;
                      }
                    }
                    if (data46.deferrable !== void 0) {
                      let data52 = data46.deferrable;
                      if (typeof data52 !== "string") {
                        const err96 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/deferrable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err96];
                        } else {
                          vErrors.push(err96);
                        }
                        errors++;
                      }
                      if (!(data52 === "initially_immediate" || data52 === "initially_deferred")) {
                        const err97 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/deferrable/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.unique.additionalProperties.properties.deferrable.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err97];
                        } else {
                          vErrors.push(err97);
                        }
                        errors++;
                      }
                    }
                    if (data46.comment !== void 0) {
                      let data53 = data46.comment;
                      if (typeof data53 === "string") {
                        if (func1(data53) < 1) {
                          const err98 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err98];
                          } else {
                            vErrors.push(err98);
                          }
                          errors++;
                        }
                      } else {
                        const err99 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err99];
                        } else {
                          vErrors.push(err99);
                        }
                        errors++;
                      }
                    }
                    if (data46.renamed_from !== void 0) {
                      let data54 = data46.renamed_from;
                      if (typeof data54 !== "string" && !Array.isArray(data54)) {
                        const err100 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.unique.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                        if (vErrors === null) {
                          vErrors = [err100];
                        } else {
                          vErrors.push(err100);
                        }
                        errors++;
                      }
                      if (Array.isArray(data54)) {
                        const len10 = data54.length;
                        for (let i10 = 0; i10 < len10; i10++) {
                          let data55 = data54[i10];
                          if (typeof data55 === "string") {
                            if (func1(data55) < 1) {
                              const err101 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i10, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err101];
                              } else {
                                vErrors.push(err101);
                              }
                              errors++;
                            }
                          } else {
                            const err102 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i10, schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err102];
                            } else {
                              vErrors.push(err102);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                    if (data46.nulls_not_distinct !== void 0) {
                      if (typeof data46.nulls_not_distinct !== "boolean") {
                        const err103 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/nulls_not_distinct", schemaPath: "#/properties/tables/additionalProperties/properties/unique/additionalProperties/properties/nulls_not_distinct/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err103];
                        } else {
                          vErrors.push(err103);
                        }
                        errors++;
                      }
                    }
                  }
                }
              } else {
                const err104 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique", schemaPath: "#/properties/tables/additionalProperties/properties/unique/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
            }
            if (data4.checks !== void 0) {
              let data57 = data4.checks;
              if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
                for (const key11 in data57) {
                  let data58 = data57[key11];
                  if (typeof data58 !== "string" && !(data58 && typeof data58 == "object" && !Array.isArray(data58))) {
                    const err105 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.checks.additionalProperties.type }, message: "must be string,object" };
                    if (vErrors === null) {
                      vErrors = [err105];
                    } else {
                      vErrors.push(err105);
                    }
                    errors++;
                  }
                  if (typeof data58 === "string") {
                    if (func1(data58) < 1) {
                      const err106 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err106];
                      } else {
                        vErrors.push(err106);
                      }
                      errors++;
                    }
                  }
                  if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
                    if (data58.expression === void 0) {
                      const err107 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/required", keyword: "required", params: { missingProperty: "expression" }, message: "must have required property 'expression'" };
                      if (vErrors === null) {
                        vErrors = [err107];
                      } else {
                        vErrors.push(err107);
                      }
                      errors++;
                    }
                    for (const key12 in data58) {
                      if (!(key12 === "expression" || key12 === "comment" || key12 === "renamed_from")) {
                        const err108 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err108];
                        } else {
                          vErrors.push(err108);
                        }
                        errors++;
                      }
                    }
                    if (data58.expression !== void 0) {
                      let data59 = data58.expression;
                      if (typeof data59 === "string") {
                        if (func1(data59) < 1) {
                          const err109 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/expression", schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err109];
                          } else {
                            vErrors.push(err109);
                          }
                          errors++;
                        }
                      } else {
                        const err110 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/expression", schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/expression/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err110];
                        } else {
                          vErrors.push(err110);
                        }
                        errors++;
                      }
                    }
                    if (data58.comment !== void 0) {
                      let data60 = data58.comment;
                      if (typeof data60 === "string") {
                        if (func1(data60) < 1) {
                          const err111 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err111];
                          } else {
                            vErrors.push(err111);
                          }
                          errors++;
                        }
                      } else {
                        const err112 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err112];
                        } else {
                          vErrors.push(err112);
                        }
                        errors++;
                      }
                    }
                    if (data58.renamed_from !== void 0) {
                      let data61 = data58.renamed_from;
                      if (typeof data61 !== "string" && !Array.isArray(data61)) {
                        const err113 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.checks.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                        if (vErrors === null) {
                          vErrors = [err113];
                        } else {
                          vErrors.push(err113);
                        }
                        errors++;
                      }
                      if (Array.isArray(data61)) {
                        const len11 = data61.length;
                        for (let i11 = 0; i11 < len11; i11++) {
                          let data62 = data61[i11];
                          if (typeof data62 === "string") {
                            if (func1(data62) < 1) {
                              const err114 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i11, schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err114];
                              } else {
                                vErrors.push(err114);
                              }
                              errors++;
                            }
                          } else {
                            const err115 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i11, schemaPath: "#/properties/tables/additionalProperties/properties/checks/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err115];
                            } else {
                              vErrors.push(err115);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                const err116 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/checks", schemaPath: "#/properties/tables/additionalProperties/properties/checks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err116];
                } else {
                  vErrors.push(err116);
                }
                errors++;
              }
            }
            if (data4.indexes !== void 0) {
              let data63 = data4.indexes;
              if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
                for (const key13 in data63) {
                  let data64 = data63[key13];
                  if (!data64 || typeof data64 != "object") {
                    const err117 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.indexes.additionalProperties.type }, message: "must be array,object" };
                    if (vErrors === null) {
                      vErrors = [err117];
                    } else {
                      vErrors.push(err117);
                    }
                    errors++;
                  }
                  if (Array.isArray(data64)) {
                    if (data64.length < 1) {
                      const err118 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err118];
                      } else {
                        vErrors.push(err118);
                      }
                      errors++;
                    }
                    const len12 = data64.length;
                    for (let i12 = 0; i12 < len12; i12++) {
                      let data65 = data64[i12];
                      if (typeof data65 === "string") {
                        if (func1(data65) < 1) {
                          const err119 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i12, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err119];
                          } else {
                            vErrors.push(err119);
                          }
                          errors++;
                        }
                      } else {
                        const err120 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i12, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err120];
                        } else {
                          vErrors.push(err120);
                        }
                        errors++;
                      }
                    }
                  }
                  if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
                    if (data64.on === void 0) {
                      const err121 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/required", keyword: "required", params: { missingProperty: "on" }, message: "must have required property 'on'" };
                      if (vErrors === null) {
                        vErrors = [err121];
                      } else {
                        vErrors.push(err121);
                      }
                      errors++;
                    }
                    for (const key14 in data64) {
                      if (!(key14 === "on" || key14 === "unique" || key14 === "where" || key14 === "include" || key14 === "method" || key14 === "nulls_not_distinct" || key14 === "comment" || key14 === "renamed_from")) {
                        const err122 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                    if (data64.on !== void 0) {
                      let data66 = data64.on;
                      if (Array.isArray(data66)) {
                        if (data66.length < 1) {
                          const err123 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/on", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err123];
                          } else {
                            vErrors.push(err123);
                          }
                          errors++;
                        }
                        const len13 = data66.length;
                        for (let i13 = 0; i13 < len13; i13++) {
                          let data67 = data66[i13];
                          if (typeof data67 === "string") {
                            if (func1(data67) < 1) {
                              const err124 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/on/" + i13, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/on/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err124];
                              } else {
                                vErrors.push(err124);
                              }
                              errors++;
                            }
                          } else {
                            const err125 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/on/" + i13, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/on/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err125];
                            } else {
                              vErrors.push(err125);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err126 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/on", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err126];
                        } else {
                          vErrors.push(err126);
                        }
                        errors++;
                      }
                    }
                    if (data64.unique !== void 0) {
                      if (typeof data64.unique !== "boolean") {
                        const err127 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/unique", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/unique/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err127];
                        } else {
                          vErrors.push(err127);
                        }
                        errors++;
                      }
                    }
                    if (data64.where !== void 0) {
                      let data69 = data64.where;
                      if (typeof data69 === "string") {
                        if (func1(data69) < 1) {
                          const err128 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/where", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/where/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err128];
                          } else {
                            vErrors.push(err128);
                          }
                          errors++;
                        }
                      } else {
                        const err129 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/where", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/where/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err129];
                        } else {
                          vErrors.push(err129);
                        }
                        errors++;
                      }
                    }
                    if (data64.include !== void 0) {
                      let data70 = data64.include;
                      if (Array.isArray(data70)) {
                        if (data70.length < 1) {
                          const err130 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/include", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err130];
                          } else {
                            vErrors.push(err130);
                          }
                          errors++;
                        }
                        const len14 = data70.length;
                        for (let i14 = 0; i14 < len14; i14++) {
                          let data71 = data70[i14];
                          if (typeof data71 === "string") {
                            if (func1(data71) < 1) {
                              const err131 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/include/" + i14, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/include/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err131];
                              } else {
                                vErrors.push(err131);
                              }
                              errors++;
                            }
                          } else {
                            const err132 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/include/" + i14, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/include/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err132];
                            } else {
                              vErrors.push(err132);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err133 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/include", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err133];
                        } else {
                          vErrors.push(err133);
                        }
                        errors++;
                      }
                    }
                    if (data64.method !== void 0) {
                      let data72 = data64.method;
                      if (typeof data72 === "string") {
                        if (func1(data72) < 1) {
                          const err134 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/method", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/method/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err134];
                          } else {
                            vErrors.push(err134);
                          }
                          errors++;
                        }
                      } else {
                        const err135 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/method", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/method/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err135];
                        } else {
                          vErrors.push(err135);
                        }
                        errors++;
                      }
                    }
                    if (data64.nulls_not_distinct !== void 0) {
                      if (typeof data64.nulls_not_distinct !== "boolean") {
                        const err136 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/nulls_not_distinct", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/nulls_not_distinct/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err136];
                        } else {
                          vErrors.push(err136);
                        }
                        errors++;
                      }
                    }
                    if (data64.comment !== void 0) {
                      let data74 = data64.comment;
                      if (typeof data74 === "string") {
                        if (func1(data74) < 1) {
                          const err137 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err137];
                          } else {
                            vErrors.push(err137);
                          }
                          errors++;
                        }
                      } else {
                        const err138 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err138];
                        } else {
                          vErrors.push(err138);
                        }
                        errors++;
                      }
                    }
                    if (data64.renamed_from !== void 0) {
                      let data75 = data64.renamed_from;
                      if (typeof data75 !== "string" && !Array.isArray(data75)) {
                        const err139 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.indexes.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                        if (vErrors === null) {
                          vErrors = [err139];
                        } else {
                          vErrors.push(err139);
                        }
                        errors++;
                      }
                      if (Array.isArray(data75)) {
                        const len15 = data75.length;
                        for (let i15 = 0; i15 < len15; i15++) {
                          let data76 = data75[i15];
                          if (typeof data76 === "string") {
                            if (func1(data76) < 1) {
                              const err140 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i15, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err140];
                              } else {
                                vErrors.push(err140);
                              }
                              errors++;
                            }
                          } else {
                            const err141 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i15, schemaPath: "#/properties/tables/additionalProperties/properties/indexes/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err141];
                            } else {
                              vErrors.push(err141);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                const err142 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/indexes", schemaPath: "#/properties/tables/additionalProperties/properties/indexes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err142];
                } else {
                  vErrors.push(err142);
                }
                errors++;
              }
            }
            if (data4.foreign_keys !== void 0) {
              let data77 = data4.foreign_keys;
              if (data77 && typeof data77 == "object" && !Array.isArray(data77)) {
                for (const key15 in data77) {
                  let data78 = data77[key15];
                  if (data78 && typeof data78 == "object" && !Array.isArray(data78)) {
                    if (data78.columns === void 0) {
                      const err143 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/required", keyword: "required", params: { missingProperty: "columns" }, message: "must have required property 'columns'" };
                      if (vErrors === null) {
                        vErrors = [err143];
                      } else {
                        vErrors.push(err143);
                      }
                      errors++;
                    }
                    if (data78.references === void 0) {
                      const err144 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/required", keyword: "required", params: { missingProperty: "references" }, message: "must have required property 'references'" };
                      if (vErrors === null) {
                        vErrors = [err144];
                      } else {
                        vErrors.push(err144);
                      }
                      errors++;
                    }
                    for (const key16 in data78) {
                      if (!(key16 === "columns" || key16 === "references" || key16 === "on_delete" || key16 === "on_update" || key16 === "match" || key16 === "deferrable" || key16 === "comment" || key16 === "renamed_from")) {
                        const err145 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err145];
                        } else {
                          vErrors.push(err145);
                        }
                        errors++;
                      }
                    }
                    if (data78.columns !== void 0) {
                      let data79 = data78.columns;
                      if (Array.isArray(data79)) {
                        if (data79.length < 1) {
                          const err146 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/columns/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err146];
                          } else {
                            vErrors.push(err146);
                          }
                          errors++;
                        }
                        const len16 = data79.length;
                        for (let i16 = 0; i16 < len16; i16++) {
                          let data80 = data79[i16];
                          if (typeof data80 === "string") {
                            if (func1(data80) < 1) {
                              const err147 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + i16, schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/columns/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err147];
                              } else {
                                vErrors.push(err147);
                              }
                              errors++;
                            }
                          } else {
                            const err148 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns/" + i16, schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/columns/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err148];
                            } else {
                              vErrors.push(err148);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err149 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/columns", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/columns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err149];
                        } else {
                          vErrors.push(err149);
                        }
                        errors++;
                      }
                    }
                    if (data78.references !== void 0) {
                      let data81 = data78.references;
                      if (typeof data81 === "string") {
                        if (func1(data81) < 1) {
                          const err150 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/references", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/references/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err150];
                          } else {
                            vErrors.push(err150);
                          }
                          errors++;
                        }
                      } else {
                        const err151 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/references", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/references/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err151];
                        } else {
                          vErrors.push(err151);
                        }
                        errors++;
                      }
                    }
                    if (data78.on_delete !== void 0) {
                      let data82 = data78.on_delete;
                      if (typeof data82 !== "string") {
                        const err152 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_delete", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/on_delete/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err152];
                        } else {
                          vErrors.push(err152);
                        }
                        errors++;
                      }
                      if (!(data82 === "no_action" || data82 === "restrict" || data82 === "cascade" || data82 === "set_null" || data82 === "set_default")) {
                        const err153 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_delete", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/on_delete/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.foreign_keys.additionalProperties.properties.on_delete.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err153];
                        } else {
                          vErrors.push(err153);
                        }
                        errors++;
                      }
                    }
                    if (data78.on_update !== void 0) {
                      let data83 = data78.on_update;
                      if (typeof data83 !== "string") {
                        const err154 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_update", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/on_update/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err154];
                        } else {
                          vErrors.push(err154);
                        }
                        errors++;
                      }
                      if (!(data83 === "no_action" || data83 === "restrict" || data83 === "cascade" || data83 === "set_null" || data83 === "set_default")) {
                        const err155 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_update", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/on_update/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.foreign_keys.additionalProperties.properties.on_update.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err155];
                        } else {
                          vErrors.push(err155);
                        }
                        errors++;
                      }
                    }
                    if (data78.match !== void 0) {
                      let data84 = data78.match;
                      if (typeof data84 !== "string") {
                        const err156 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/match", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/match/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err156];
                        } else {
                          vErrors.push(err156);
                        }
                        errors++;
                      }
                      if (!(data84 === "simple" || data84 === "full")) {
                        const err157 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/match", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/match/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.foreign_keys.additionalProperties.properties.match.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err157];
                        } else {
                          vErrors.push(err157);
                        }
                        errors++;
                      }
                    }
                    if (data78.deferrable !== void 0) {
                      let data85 = data78.deferrable;
                      if (typeof data85 !== "string") {
                        const err158 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/deferrable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err158];
                        } else {
                          vErrors.push(err158);
                        }
                        errors++;
                      }
                      if (!(data85 === "initially_immediate" || data85 === "initially_deferred")) {
                        const err159 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/deferrable", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/deferrable/enum", keyword: "enum", params: { allowedValues: schema49.properties.tables.additionalProperties.properties.foreign_keys.additionalProperties.properties.deferrable.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err159];
                        } else {
                          vErrors.push(err159);
                        }
                        errors++;
                      }
                    }
                    if (data78.comment !== void 0) {
                      let data86 = data78.comment;
                      if (typeof data86 === "string") {
                        if (func1(data86) < 1) {
                          const err160 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/comment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err160];
                          } else {
                            vErrors.push(err160);
                          }
                          errors++;
                        }
                      } else {
                        const err161 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/comment", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err161];
                        } else {
                          vErrors.push(err161);
                        }
                        errors++;
                      }
                    }
                    if (data78.renamed_from !== void 0) {
                      let data87 = data78.renamed_from;
                      if (typeof data87 !== "string" && !Array.isArray(data87)) {
                        const err162 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/renamed_from/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.foreign_keys.additionalProperties.properties.renamed_from.type }, message: "must be string,array" };
                        if (vErrors === null) {
                          vErrors = [err162];
                        } else {
                          vErrors.push(err162);
                        }
                        errors++;
                      }
                      if (Array.isArray(data87)) {
                        const len17 = data87.length;
                        for (let i17 = 0; i17 < len17; i17++) {
                          let data88 = data87[i17];
                          if (typeof data88 === "string") {
                            if (func1(data88) < 1) {
                              const err163 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i17, schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/renamed_from/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err163];
                              } else {
                                vErrors.push(err163);
                              }
                              errors++;
                            }
                          } else {
                            const err164 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1") + "/renamed_from/" + i17, schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/properties/renamed_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err164];
                            } else {
                              vErrors.push(err164);
                            }
                            errors++;
                          }
                        }
                      }
                    }
                  } else {
                    const err165 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err165];
                    } else {
                      vErrors.push(err165);
                    }
                    errors++;
                  }
                }
              } else {
                const err166 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/foreign_keys", schemaPath: "#/properties/tables/additionalProperties/properties/foreign_keys/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err166];
                } else {
                  vErrors.push(err166);
                }
                errors++;
              }
            }
            if (data4.grants !== void 0) {
              let data89 = data4.grants;
              if (data89 && typeof data89 == "object" && !Array.isArray(data89)) {
                for (const key17 in data89) {
                  let data90 = data89[key17];
                  if (!data90 || typeof data90 != "object") {
                    const err167 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/type", keyword: "type", params: { type: schema49.properties.tables.additionalProperties.properties.grants.additionalProperties.type }, message: "must be array,object" };
                    if (vErrors === null) {
                      vErrors = [err167];
                    } else {
                      vErrors.push(err167);
                    }
                    errors++;
                  }
                  if (Array.isArray(data90)) {
                    if (data90.length < 1) {
                      const err168 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err168];
                      } else {
                        vErrors.push(err168);
                      }
                      errors++;
                    }
                    const len18 = data90.length;
                    for (let i18 = 0; i18 < len18; i18++) {
                      let data91 = data90[i18];
                      if (typeof data91 === "string") {
                        if (func1(data91) < 1) {
                          const err169 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i18, schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err169];
                          } else {
                            vErrors.push(err169);
                          }
                          errors++;
                        }
                      } else {
                        const err170 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i18, schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err170];
                        } else {
                          vErrors.push(err170);
                        }
                        errors++;
                      }
                    }
                  }
                  if (data90 && typeof data90 == "object" && !Array.isArray(data90)) {
                    if (data90.privileges === void 0) {
                      const err171 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/required", keyword: "required", params: { missingProperty: "privileges" }, message: "must have required property 'privileges'" };
                      if (vErrors === null) {
                        vErrors = [err171];
                      } else {
                        vErrors.push(err171);
                      }
                      errors++;
                    }
                    for (const key18 in data90) {
                      if (!(key18 === "privileges" || key18 === "with_grant_option")) {
                        const err172 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err172];
                        } else {
                          vErrors.push(err172);
                        }
                        errors++;
                      }
                    }
                    if (data90.privileges !== void 0) {
                      let data92 = data90.privileges;
                      if (Array.isArray(data92)) {
                        if (data92.length < 1) {
                          const err173 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/privileges", schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/properties/privileges/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                          if (vErrors === null) {
                            vErrors = [err173];
                          } else {
                            vErrors.push(err173);
                          }
                          errors++;
                        }
                        const len19 = data92.length;
                        for (let i19 = 0; i19 < len19; i19++) {
                          let data93 = data92[i19];
                          if (typeof data93 === "string") {
                            if (func1(data93) < 1) {
                              const err174 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/privileges/" + i19, schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/properties/privileges/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err174];
                              } else {
                                vErrors.push(err174);
                              }
                              errors++;
                            }
                          } else {
                            const err175 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/privileges/" + i19, schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/properties/privileges/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err175];
                            } else {
                              vErrors.push(err175);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err176 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/privileges", schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/properties/privileges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                        if (vErrors === null) {
                          vErrors = [err176];
                        } else {
                          vErrors.push(err176);
                        }
                        errors++;
                      }
                    }
                    if (data90.with_grant_option !== void 0) {
                      if (typeof data90.with_grant_option !== "boolean") {
                        const err177 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/with_grant_option", schemaPath: "#/properties/tables/additionalProperties/properties/grants/additionalProperties/properties/with_grant_option/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                        if (vErrors === null) {
                          vErrors = [err177];
                        } else {
                          vErrors.push(err177);
                        }
                        errors++;
                      }
                    }
                  }
                }
              } else {
                const err178 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/grants", schemaPath: "#/properties/tables/additionalProperties/properties/grants/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err178];
                } else {
                  vErrors.push(err178);
                }
                errors++;
              }
            }
            if (data4.owner !== void 0) {
              let data95 = data4.owner;
              if (typeof data95 === "string") {
                if (func1(data95) < 1) {
                  const err179 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner", schemaPath: "#/properties/tables/additionalProperties/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err179];
                  } else {
                    vErrors.push(err179);
                  }
                  errors++;
                }
              } else {
                const err180 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner", schemaPath: "#/properties/tables/additionalProperties/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err180];
                } else {
                  vErrors.push(err180);
                }
                errors++;
              }
            }
            if (data4.partition_by !== void 0) {
              let data96 = data4.partition_by;
              if (typeof data96 === "string") {
                if (func1(data96) < 1) {
                  const err181 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/partition_by", schemaPath: "#/properties/tables/additionalProperties/properties/partition_by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err181];
                  } else {
                    vErrors.push(err181);
                  }
                  errors++;
                }
              } else {
                const err182 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/partition_by", schemaPath: "#/properties/tables/additionalProperties/properties/partition_by/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
            }
            if (data4.unlogged !== void 0) {
              if (typeof data4.unlogged !== "boolean") {
                const err183 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/unlogged", schemaPath: "#/properties/tables/additionalProperties/properties/unlogged/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err183];
                } else {
                  vErrors.push(err183);
                }
                errors++;
              }
            }
            if (data4.engine !== void 0) {
              let data98 = data4.engine;
              if (typeof data98 === "string") {
                if (func1(data98) < 1) {
                  const err184 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/engine", schemaPath: "#/properties/tables/additionalProperties/properties/engine/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err184];
                  } else {
                    vErrors.push(err184);
                  }
                  errors++;
                }
              } else {
                const err185 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/engine", schemaPath: "#/properties/tables/additionalProperties/properties/engine/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err185];
                } else {
                  vErrors.push(err185);
                }
                errors++;
              }
            }
            if (data4.charset !== void 0) {
              let data99 = data4.charset;
              if (typeof data99 === "string") {
                if (func1(data99) < 1) {
                  const err186 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/charset", schemaPath: "#/properties/tables/additionalProperties/properties/charset/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err186];
                  } else {
                    vErrors.push(err186);
                  }
                  errors++;
                }
              } else {
                const err187 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/charset", schemaPath: "#/properties/tables/additionalProperties/properties/charset/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err187];
                } else {
                  vErrors.push(err187);
                }
                errors++;
              }
            }
            if (data4.collation !== void 0) {
              let data100 = data4.collation;
              if (typeof data100 === "string") {
                if (func1(data100) < 1) {
                  const err188 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/collation", schemaPath: "#/properties/tables/additionalProperties/properties/collation/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err188];
                  } else {
                    vErrors.push(err188);
                  }
                  errors++;
                }
              } else {
                const err189 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/collation", schemaPath: "#/properties/tables/additionalProperties/properties/collation/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err189];
                } else {
                  vErrors.push(err189);
                }
                errors++;
              }
            }
            if (data4.row_format !== void 0) {
              let data101 = data4.row_format;
              if (typeof data101 === "string") {
                if (func1(data101) < 1) {
                  const err190 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/row_format", schemaPath: "#/properties/tables/additionalProperties/properties/row_format/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err190];
                  } else {
                    vErrors.push(err190);
                  }
                  errors++;
                }
              } else {
                const err191 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/row_format", schemaPath: "#/properties/tables/additionalProperties/properties/row_format/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err191];
                } else {
                  vErrors.push(err191);
                }
                errors++;
              }
            }
          } else {
            const err192 = { instancePath: instancePath + "/tables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tables/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err192];
            } else {
              vErrors.push(err192);
            }
            errors++;
          }
        }
      } else {
        const err193 = { instancePath: instancePath + "/tables", schemaPath: "#/properties/tables/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err193];
        } else {
          vErrors.push(err193);
        }
        errors++;
      }
    }
    if (data.raw !== void 0) {
      if (typeof data.raw !== "string") {
        const err194 = { instancePath: instancePath + "/raw", schemaPath: "#/properties/raw/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err194];
        } else {
          vErrors.push(err194);
        }
        errors++;
      }
    }
    if (data.owns !== void 0) {
      let data103 = data.owns;
      if (data103 && typeof data103 == "object" && !Array.isArray(data103)) {
        for (const key19 in data103) {
          if (!(key19 === "schemas" || key19 === "except" || key19 === "extensions" || key19 === "grants" || key19 === "owners")) {
            const err195 = { instancePath: instancePath + "/owns", schemaPath: "#/properties/owns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err195];
            } else {
              vErrors.push(err195);
            }
            errors++;
          }
        }
        if (data103.schemas !== void 0) {
          let data104 = data103.schemas;
          if (Array.isArray(data104)) {
            const len20 = data104.length;
            for (let i20 = 0; i20 < len20; i20++) {
              let data105 = data104[i20];
              if (typeof data105 === "string") {
                if (func1(data105) < 1) {
                  const err196 = { instancePath: instancePath + "/owns/schemas/" + i20, schemaPath: "#/properties/owns/properties/schemas/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err196];
                  } else {
                    vErrors.push(err196);
                  }
                  errors++;
                }
              } else {
                const err197 = { instancePath: instancePath + "/owns/schemas/" + i20, schemaPath: "#/properties/owns/properties/schemas/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
            }
          } else {
            const err198 = { instancePath: instancePath + "/owns/schemas", schemaPath: "#/properties/owns/properties/schemas/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err198];
            } else {
              vErrors.push(err198);
            }
            errors++;
          }
        }
        if (data103.except !== void 0) {
          let data106 = data103.except;
          if (Array.isArray(data106)) {
            const len21 = data106.length;
            for (let i21 = 0; i21 < len21; i21++) {
              let data107 = data106[i21];
              if (typeof data107 === "string") {
                if (func1(data107) < 1) {
                  const err199 = { instancePath: instancePath + "/owns/except/" + i21, schemaPath: "#/properties/owns/properties/except/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err199];
                  } else {
                    vErrors.push(err199);
                  }
                  errors++;
                }
              } else {
                const err200 = { instancePath: instancePath + "/owns/except/" + i21, schemaPath: "#/properties/owns/properties/except/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err200];
                } else {
                  vErrors.push(err200);
                }
                errors++;
              }
            }
          } else {
            const err201 = { instancePath: instancePath + "/owns/except", schemaPath: "#/properties/owns/properties/except/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err201];
            } else {
              vErrors.push(err201);
            }
            errors++;
          }
        }
        if (data103.extensions !== void 0) {
          if (typeof data103.extensions !== "boolean") {
            const err202 = { instancePath: instancePath + "/owns/extensions", schemaPath: "#/properties/owns/properties/extensions/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err202];
            } else {
              vErrors.push(err202);
            }
            errors++;
          }
        }
        if (data103.grants !== void 0) {
          if (typeof data103.grants !== "boolean") {
            const err203 = { instancePath: instancePath + "/owns/grants", schemaPath: "#/properties/owns/properties/grants/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err203];
            } else {
              vErrors.push(err203);
            }
            errors++;
          }
        }
        if (data103.owners !== void 0) {
          if (typeof data103.owners !== "boolean") {
            const err204 = { instancePath: instancePath + "/owns/owners", schemaPath: "#/properties/owns/properties/owners/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err204];
            } else {
              vErrors.push(err204);
            }
            errors++;
          }
        }
      } else {
        const err205 = { instancePath: instancePath + "/owns", schemaPath: "#/properties/owns/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err205];
        } else {
          vErrors.push(err205);
        }
        errors++;
      }
    }
    if (data.prune !== void 0) {
      if (typeof data.prune !== "boolean") {
        const err206 = { instancePath: instancePath + "/prune", schemaPath: "#/properties/prune/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err206];
        } else {
          vErrors.push(err206);
        }
        errors++;
      }
    }
    if (data.allow !== void 0) {
      let data112 = data.allow;
      if (Array.isArray(data112)) {
        const len22 = data112.length;
        for (let i22 = 0; i22 < len22; i22++) {
          let data113 = data112[i22];
          if (data113 && typeof data113 == "object" && !Array.isArray(data113)) {
            if (data113.hazard === void 0) {
              const err207 = { instancePath: instancePath + "/allow/" + i22, schemaPath: "#/properties/allow/items/required", keyword: "required", params: { missingProperty: "hazard" }, message: "must have required property 'hazard'" };
              if (vErrors === null) {
                vErrors = [err207];
              } else {
                vErrors.push(err207);
              }
              errors++;
            }
            for (const key20 in data113) {
              if (!(key20 === "hazard" || key20 === "objects" || key20 === "until")) {
                const err208 = { instancePath: instancePath + "/allow/" + i22, schemaPath: "#/properties/allow/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err208];
                } else {
                  vErrors.push(err208);
                }
                errors++;
              }
            }
            if (data113.hazard !== void 0) {
              let data114 = data113.hazard;
              const _errs251 = errors;
              let valid67 = false;
              const _errs252 = errors;
              if (typeof data114 !== "string") {
                const err209 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err209];
                } else {
                  vErrors.push(err209);
                }
                errors++;
              }
              if ("DB101" !== data114) {
                const err210 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/0/const", keyword: "const", params: { allowedValue: "DB101" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err210];
                } else {
                  vErrors.push(err210);
                }
                errors++;
              }
              var _valid0 = _errs252 === errors;
              valid67 = valid67 || _valid0;
              const _errs254 = errors;
              if (typeof data114 !== "string") {
                const err211 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err211];
                } else {
                  vErrors.push(err211);
                }
                errors++;
              }
              if ("DB102" !== data114) {
                const err212 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/1/const", keyword: "const", params: { allowedValue: "DB102" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err212];
                } else {
                  vErrors.push(err212);
                }
                errors++;
              }
              var _valid0 = _errs254 === errors;
              valid67 = valid67 || _valid0;
              const _errs256 = errors;
              if (typeof data114 !== "string") {
                const err213 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err213];
                } else {
                  vErrors.push(err213);
                }
                errors++;
              }
              if ("DB103" !== data114) {
                const err214 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/2/const", keyword: "const", params: { allowedValue: "DB103" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err214];
                } else {
                  vErrors.push(err214);
                }
                errors++;
              }
              var _valid0 = _errs256 === errors;
              valid67 = valid67 || _valid0;
              const _errs258 = errors;
              if (typeof data114 !== "string") {
                const err215 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err215];
                } else {
                  vErrors.push(err215);
                }
                errors++;
              }
              if ("DB201" !== data114) {
                const err216 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/3/const", keyword: "const", params: { allowedValue: "DB201" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err216];
                } else {
                  vErrors.push(err216);
                }
                errors++;
              }
              var _valid0 = _errs258 === errors;
              valid67 = valid67 || _valid0;
              const _errs260 = errors;
              if (typeof data114 !== "string") {
                const err217 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err217];
                } else {
                  vErrors.push(err217);
                }
                errors++;
              }
              if ("DB202" !== data114) {
                const err218 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/4/const", keyword: "const", params: { allowedValue: "DB202" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err218];
                } else {
                  vErrors.push(err218);
                }
                errors++;
              }
              var _valid0 = _errs260 === errors;
              valid67 = valid67 || _valid0;
              const _errs262 = errors;
              if (typeof data114 !== "string") {
                const err219 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err219];
                } else {
                  vErrors.push(err219);
                }
                errors++;
              }
              if ("DB203" !== data114) {
                const err220 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/5/const", keyword: "const", params: { allowedValue: "DB203" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err220];
                } else {
                  vErrors.push(err220);
                }
                errors++;
              }
              var _valid0 = _errs262 === errors;
              valid67 = valid67 || _valid0;
              const _errs264 = errors;
              if (typeof data114 !== "string") {
                const err221 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/6/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err221];
                } else {
                  vErrors.push(err221);
                }
                errors++;
              }
              if ("DB204" !== data114) {
                const err222 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/6/const", keyword: "const", params: { allowedValue: "DB204" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err222];
                } else {
                  vErrors.push(err222);
                }
                errors++;
              }
              var _valid0 = _errs264 === errors;
              valid67 = valid67 || _valid0;
              const _errs266 = errors;
              if (typeof data114 !== "string") {
                const err223 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/7/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err223];
                } else {
                  vErrors.push(err223);
                }
                errors++;
              }
              if ("DB205" !== data114) {
                const err224 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/7/const", keyword: "const", params: { allowedValue: "DB205" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err224];
                } else {
                  vErrors.push(err224);
                }
                errors++;
              }
              var _valid0 = _errs266 === errors;
              valid67 = valid67 || _valid0;
              const _errs268 = errors;
              if (typeof data114 !== "string") {
                const err225 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/8/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err225];
                } else {
                  vErrors.push(err225);
                }
                errors++;
              }
              if ("DB206" !== data114) {
                const err226 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/8/const", keyword: "const", params: { allowedValue: "DB206" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err226];
                } else {
                  vErrors.push(err226);
                }
                errors++;
              }
              var _valid0 = _errs268 === errors;
              valid67 = valid67 || _valid0;
              const _errs270 = errors;
              if (typeof data114 !== "string") {
                const err227 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/9/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err227];
                } else {
                  vErrors.push(err227);
                }
                errors++;
              }
              if ("DB301" !== data114) {
                const err228 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/9/const", keyword: "const", params: { allowedValue: "DB301" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err228];
                } else {
                  vErrors.push(err228);
                }
                errors++;
              }
              var _valid0 = _errs270 === errors;
              valid67 = valid67 || _valid0;
              const _errs272 = errors;
              if (typeof data114 !== "string") {
                const err229 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/10/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err229];
                } else {
                  vErrors.push(err229);
                }
                errors++;
              }
              if ("DB302" !== data114) {
                const err230 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/10/const", keyword: "const", params: { allowedValue: "DB302" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err230];
                } else {
                  vErrors.push(err230);
                }
                errors++;
              }
              var _valid0 = _errs272 === errors;
              valid67 = valid67 || _valid0;
              const _errs274 = errors;
              if (typeof data114 !== "string") {
                const err231 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/11/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err231];
                } else {
                  vErrors.push(err231);
                }
                errors++;
              }
              if ("DB401" !== data114) {
                const err232 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/11/const", keyword: "const", params: { allowedValue: "DB401" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err232];
                } else {
                  vErrors.push(err232);
                }
                errors++;
              }
              var _valid0 = _errs274 === errors;
              valid67 = valid67 || _valid0;
              const _errs276 = errors;
              if (typeof data114 !== "string") {
                const err233 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/12/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err233];
                } else {
                  vErrors.push(err233);
                }
                errors++;
              }
              if ("DB501" !== data114) {
                const err234 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/12/const", keyword: "const", params: { allowedValue: "DB501" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err234];
                } else {
                  vErrors.push(err234);
                }
                errors++;
              }
              var _valid0 = _errs276 === errors;
              valid67 = valid67 || _valid0;
              const _errs278 = errors;
              if (typeof data114 !== "string") {
                const err235 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/13/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err235];
                } else {
                  vErrors.push(err235);
                }
                errors++;
              }
              if ("DB601" !== data114) {
                const err236 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/13/const", keyword: "const", params: { allowedValue: "DB601" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err236];
                } else {
                  vErrors.push(err236);
                }
                errors++;
              }
              var _valid0 = _errs278 === errors;
              valid67 = valid67 || _valid0;
              const _errs280 = errors;
              if (typeof data114 !== "string") {
                const err237 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/14/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err237];
                } else {
                  vErrors.push(err237);
                }
                errors++;
              }
              if ("DB602" !== data114) {
                const err238 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/14/const", keyword: "const", params: { allowedValue: "DB602" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err238];
                } else {
                  vErrors.push(err238);
                }
                errors++;
              }
              var _valid0 = _errs280 === errors;
              valid67 = valid67 || _valid0;
              const _errs282 = errors;
              if (typeof data114 !== "string") {
                const err239 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/15/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err239];
                } else {
                  vErrors.push(err239);
                }
                errors++;
              }
              if ("DB901" !== data114) {
                const err240 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/15/const", keyword: "const", params: { allowedValue: "DB901" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err240];
                } else {
                  vErrors.push(err240);
                }
                errors++;
              }
              var _valid0 = _errs282 === errors;
              valid67 = valid67 || _valid0;
              const _errs284 = errors;
              if (typeof data114 !== "string") {
                const err241 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/16/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err241];
                } else {
                  vErrors.push(err241);
                }
                errors++;
              }
              if ("DB902" !== data114) {
                const err242 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/16/const", keyword: "const", params: { allowedValue: "DB902" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err242];
                } else {
                  vErrors.push(err242);
                }
                errors++;
              }
              var _valid0 = _errs284 === errors;
              valid67 = valid67 || _valid0;
              const _errs286 = errors;
              if (typeof data114 !== "string") {
                const err243 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/17/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err243];
                } else {
                  vErrors.push(err243);
                }
                errors++;
              }
              if ("DB903" !== data114) {
                const err244 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf/17/const", keyword: "const", params: { allowedValue: "DB903" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err244];
                } else {
                  vErrors.push(err244);
                }
                errors++;
              }
              var _valid0 = _errs286 === errors;
              valid67 = valid67 || _valid0;
              if (!valid67) {
                const err245 = { instancePath: instancePath + "/allow/" + i22 + "/hazard", schemaPath: "#/properties/allow/items/properties/hazard/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err245];
                } else {
                  vErrors.push(err245);
                }
                errors++;
              } else {
                errors = _errs251;
                if (vErrors !== null) {
                  if (_errs251) {
                    vErrors.length = _errs251;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data113.objects !== void 0) {
              let data115 = data113.objects;
              if (Array.isArray(data115)) {
                const len23 = data115.length;
                for (let i23 = 0; i23 < len23; i23++) {
                  let data116 = data115[i23];
                  if (typeof data116 === "string") {
                    if (func1(data116) < 1) {
                      const err246 = { instancePath: instancePath + "/allow/" + i22 + "/objects/" + i23, schemaPath: "#/properties/allow/items/properties/objects/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err246];
                      } else {
                        vErrors.push(err246);
                      }
                      errors++;
                    }
                  } else {
                    const err247 = { instancePath: instancePath + "/allow/" + i22 + "/objects/" + i23, schemaPath: "#/properties/allow/items/properties/objects/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err247];
                    } else {
                      vErrors.push(err247);
                    }
                    errors++;
                  }
                }
              } else {
                const err248 = { instancePath: instancePath + "/allow/" + i22 + "/objects", schemaPath: "#/properties/allow/items/properties/objects/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err248];
                } else {
                  vErrors.push(err248);
                }
                errors++;
              }
            }
            if (data113.until !== void 0) {
              let data117 = data113.until;
              if (typeof data117 === "string") {
                if (!pattern6.test(data117)) {
                  const err249 = { instancePath: instancePath + "/allow/" + i22 + "/until", schemaPath: "#/properties/allow/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}$"' };
                  if (vErrors === null) {
                    vErrors = [err249];
                  } else {
                    vErrors.push(err249);
                  }
                  errors++;
                }
              } else {
                const err250 = { instancePath: instancePath + "/allow/" + i22 + "/until", schemaPath: "#/properties/allow/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err250];
                } else {
                  vErrors.push(err250);
                }
                errors++;
              }
            }
          } else {
            const err251 = { instancePath: instancePath + "/allow/" + i22, schemaPath: "#/properties/allow/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err251];
            } else {
              vErrors.push(err251);
            }
            errors++;
          }
        }
      } else {
        const err252 = { instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err252];
        } else {
          vErrors.push(err252);
        }
        errors++;
      }
    }
    if (data.online !== void 0) {
      let data118 = data.online;
      if (data118 && typeof data118 == "object" && !Array.isArray(data118)) {
        for (const key21 in data118) {
          if (!(key21 === "indexes" || key21 === "constraints" || key21 === "lock_timeout_seconds" || key21 === "retries" || key21 === "statement_timeout_seconds" || key21 === "long_timeout_seconds" || key21 === "large_table_rows" || key21 === "large_table_megabytes")) {
            const err253 = { instancePath: instancePath + "/online", schemaPath: "#/properties/online/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err253];
            } else {
              vErrors.push(err253);
            }
            errors++;
          }
        }
        if (data118.indexes !== void 0) {
          let data119 = data118.indexes;
          const _errs298 = errors;
          let valid71 = false;
          const _errs299 = errors;
          if (typeof data119 !== "string") {
            const err254 = { instancePath: instancePath + "/online/indexes", schemaPath: "#/properties/online/properties/indexes/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err254];
            } else {
              vErrors.push(err254);
            }
            errors++;
          }
          if ("concurrently" !== data119) {
            const err255 = { instancePath: instancePath + "/online/indexes", schemaPath: "#/properties/online/properties/indexes/anyOf/0/const", keyword: "const", params: { allowedValue: "concurrently" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err255];
            } else {
              vErrors.push(err255);
            }
            errors++;
          }
          var _valid1 = _errs299 === errors;
          valid71 = valid71 || _valid1;
          const _errs301 = errors;
          if (typeof data119 !== "string") {
            const err256 = { instancePath: instancePath + "/online/indexes", schemaPath: "#/properties/online/properties/indexes/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err256];
            } else {
              vErrors.push(err256);
            }
            errors++;
          }
          if ("plain" !== data119) {
            const err257 = { instancePath: instancePath + "/online/indexes", schemaPath: "#/properties/online/properties/indexes/anyOf/1/const", keyword: "const", params: { allowedValue: "plain" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err257];
            } else {
              vErrors.push(err257);
            }
            errors++;
          }
          var _valid1 = _errs301 === errors;
          valid71 = valid71 || _valid1;
          if (!valid71) {
            const err258 = { instancePath: instancePath + "/online/indexes", schemaPath: "#/properties/online/properties/indexes/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err258];
            } else {
              vErrors.push(err258);
            }
            errors++;
          } else {
            errors = _errs298;
            if (vErrors !== null) {
              if (_errs298) {
                vErrors.length = _errs298;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data118.constraints !== void 0) {
          let data120 = data118.constraints;
          const _errs304 = errors;
          let valid72 = false;
          const _errs305 = errors;
          if (typeof data120 !== "string") {
            const err259 = { instancePath: instancePath + "/online/constraints", schemaPath: "#/properties/online/properties/constraints/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err259];
            } else {
              vErrors.push(err259);
            }
            errors++;
          }
          if ("not_valid" !== data120) {
            const err260 = { instancePath: instancePath + "/online/constraints", schemaPath: "#/properties/online/properties/constraints/anyOf/0/const", keyword: "const", params: { allowedValue: "not_valid" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err260];
            } else {
              vErrors.push(err260);
            }
            errors++;
          }
          var _valid2 = _errs305 === errors;
          valid72 = valid72 || _valid2;
          const _errs307 = errors;
          if (typeof data120 !== "string") {
            const err261 = { instancePath: instancePath + "/online/constraints", schemaPath: "#/properties/online/properties/constraints/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err261];
            } else {
              vErrors.push(err261);
            }
            errors++;
          }
          if ("plain" !== data120) {
            const err262 = { instancePath: instancePath + "/online/constraints", schemaPath: "#/properties/online/properties/constraints/anyOf/1/const", keyword: "const", params: { allowedValue: "plain" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err262];
            } else {
              vErrors.push(err262);
            }
            errors++;
          }
          var _valid2 = _errs307 === errors;
          valid72 = valid72 || _valid2;
          if (!valid72) {
            const err263 = { instancePath: instancePath + "/online/constraints", schemaPath: "#/properties/online/properties/constraints/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err263];
            } else {
              vErrors.push(err263);
            }
            errors++;
          } else {
            errors = _errs304;
            if (vErrors !== null) {
              if (_errs304) {
                vErrors.length = _errs304;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data118.lock_timeout_seconds !== void 0) {
          let data121 = data118.lock_timeout_seconds;
          if (typeof data121 == "number" && isFinite(data121)) {
            if (data121 > 86400 || isNaN(data121)) {
              const err264 = { instancePath: instancePath + "/online/lock_timeout_seconds", schemaPath: "#/properties/online/properties/lock_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
              if (vErrors === null) {
                vErrors = [err264];
              } else {
                vErrors.push(err264);
              }
              errors++;
            }
            if (data121 < 0.1 || isNaN(data121)) {
              const err265 = { instancePath: instancePath + "/online/lock_timeout_seconds", schemaPath: "#/properties/online/properties/lock_timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0.1 }, message: "must be >= 0.1" };
              if (vErrors === null) {
                vErrors = [err265];
              } else {
                vErrors.push(err265);
              }
              errors++;
            }
          } else {
            const err266 = { instancePath: instancePath + "/online/lock_timeout_seconds", schemaPath: "#/properties/online/properties/lock_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err266];
            } else {
              vErrors.push(err266);
            }
            errors++;
          }
        }
        if (data118.retries !== void 0) {
          let data122 = data118.retries;
          if (!(typeof data122 == "number" && (!(data122 % 1) && !isNaN(data122)) && isFinite(data122))) {
            const err267 = { instancePath: instancePath + "/online/retries", schemaPath: "#/properties/online/properties/retries/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err267];
            } else {
              vErrors.push(err267);
            }
            errors++;
          }
          if (typeof data122 == "number" && isFinite(data122)) {
            if (data122 > 100 || isNaN(data122)) {
              const err268 = { instancePath: instancePath + "/online/retries", schemaPath: "#/properties/online/properties/retries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              if (vErrors === null) {
                vErrors = [err268];
              } else {
                vErrors.push(err268);
              }
              errors++;
            }
            if (data122 < 0 || isNaN(data122)) {
              const err269 = { instancePath: instancePath + "/online/retries", schemaPath: "#/properties/online/properties/retries/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err269];
              } else {
                vErrors.push(err269);
              }
              errors++;
            }
          }
        }
        if (data118.statement_timeout_seconds !== void 0) {
          let data123 = data118.statement_timeout_seconds;
          if (typeof data123 == "number" && isFinite(data123)) {
            if (data123 > 86400 || isNaN(data123)) {
              const err270 = { instancePath: instancePath + "/online/statement_timeout_seconds", schemaPath: "#/properties/online/properties/statement_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
              if (vErrors === null) {
                vErrors = [err270];
              } else {
                vErrors.push(err270);
              }
              errors++;
            }
            if (data123 < 0.1 || isNaN(data123)) {
              const err271 = { instancePath: instancePath + "/online/statement_timeout_seconds", schemaPath: "#/properties/online/properties/statement_timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0.1 }, message: "must be >= 0.1" };
              if (vErrors === null) {
                vErrors = [err271];
              } else {
                vErrors.push(err271);
              }
              errors++;
            }
          } else {
            const err272 = { instancePath: instancePath + "/online/statement_timeout_seconds", schemaPath: "#/properties/online/properties/statement_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err272];
            } else {
              vErrors.push(err272);
            }
            errors++;
          }
        }
        if (data118.long_timeout_seconds !== void 0) {
          let data124 = data118.long_timeout_seconds;
          if (typeof data124 == "number" && isFinite(data124)) {
            if (data124 > 86400 || isNaN(data124)) {
              const err273 = { instancePath: instancePath + "/online/long_timeout_seconds", schemaPath: "#/properties/online/properties/long_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
              if (vErrors === null) {
                vErrors = [err273];
              } else {
                vErrors.push(err273);
              }
              errors++;
            }
            if (data124 < 0.1 || isNaN(data124)) {
              const err274 = { instancePath: instancePath + "/online/long_timeout_seconds", schemaPath: "#/properties/online/properties/long_timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0.1 }, message: "must be >= 0.1" };
              if (vErrors === null) {
                vErrors = [err274];
              } else {
                vErrors.push(err274);
              }
              errors++;
            }
          } else {
            const err275 = { instancePath: instancePath + "/online/long_timeout_seconds", schemaPath: "#/properties/online/properties/long_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err275];
            } else {
              vErrors.push(err275);
            }
            errors++;
          }
        }
        if (data118.large_table_rows !== void 0) {
          let data125 = data118.large_table_rows;
          if (!(typeof data125 == "number" && (!(data125 % 1) && !isNaN(data125)) && isFinite(data125))) {
            const err276 = { instancePath: instancePath + "/online/large_table_rows", schemaPath: "#/properties/online/properties/large_table_rows/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err276];
            } else {
              vErrors.push(err276);
            }
            errors++;
          }
          if (typeof data125 == "number" && isFinite(data125)) {
            if (data125 < 0 || isNaN(data125)) {
              const err277 = { instancePath: instancePath + "/online/large_table_rows", schemaPath: "#/properties/online/properties/large_table_rows/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err277];
              } else {
                vErrors.push(err277);
              }
              errors++;
            }
          }
        }
        if (data118.large_table_megabytes !== void 0) {
          let data126 = data118.large_table_megabytes;
          if (!(typeof data126 == "number" && (!(data126 % 1) && !isNaN(data126)) && isFinite(data126))) {
            const err278 = { instancePath: instancePath + "/online/large_table_megabytes", schemaPath: "#/properties/online/properties/large_table_megabytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err278];
            } else {
              vErrors.push(err278);
            }
            errors++;
          }
          if (typeof data126 == "number" && isFinite(data126)) {
            if (data126 < 0 || isNaN(data126)) {
              const err279 = { instancePath: instancePath + "/online/large_table_megabytes", schemaPath: "#/properties/online/properties/large_table_megabytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err279];
              } else {
                vErrors.push(err279);
              }
              errors++;
            }
          }
        }
      } else {
        const err280 = { instancePath: instancePath + "/online", schemaPath: "#/properties/online/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err280];
        } else {
          vErrors.push(err280);
        }
        errors++;
      }
    }
    if (data.scratch !== void 0) {
      let data127 = data.scratch;
      const _errs322 = errors;
      let valid73 = false;
      const _errs323 = errors;
      if (typeof data127 !== "string") {
        const err281 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err281];
        } else {
          vErrors.push(err281);
        }
        errors++;
      }
      if ("auto" !== data127) {
        const err282 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/0/const", keyword: "const", params: { allowedValue: "auto" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err282];
        } else {
          vErrors.push(err282);
        }
        errors++;
      }
      var _valid3 = _errs323 === errors;
      valid73 = valid73 || _valid3;
      const _errs325 = errors;
      if (typeof data127 !== "string") {
        const err283 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err283];
        } else {
          vErrors.push(err283);
        }
        errors++;
      }
      if ("url" !== data127) {
        const err284 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/1/const", keyword: "const", params: { allowedValue: "url" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err284];
        } else {
          vErrors.push(err284);
        }
        errors++;
      }
      var _valid3 = _errs325 === errors;
      valid73 = valid73 || _valid3;
      const _errs327 = errors;
      if (typeof data127 !== "string") {
        const err285 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err285];
        } else {
          vErrors.push(err285);
        }
        errors++;
      }
      if ("database" !== data127) {
        const err286 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/2/const", keyword: "const", params: { allowedValue: "database" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err286];
        } else {
          vErrors.push(err286);
        }
        errors++;
      }
      var _valid3 = _errs327 === errors;
      valid73 = valid73 || _valid3;
      const _errs329 = errors;
      if (typeof data127 !== "string") {
        const err287 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err287];
        } else {
          vErrors.push(err287);
        }
        errors++;
      }
      if ("embedded" !== data127) {
        const err288 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/3/const", keyword: "const", params: { allowedValue: "embedded" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err288];
        } else {
          vErrors.push(err288);
        }
        errors++;
      }
      var _valid3 = _errs329 === errors;
      valid73 = valid73 || _valid3;
      const _errs331 = errors;
      if (typeof data127 !== "string") {
        const err289 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err289];
        } else {
          vErrors.push(err289);
        }
        errors++;
      }
      if ("pglite" !== data127) {
        const err290 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/4/const", keyword: "const", params: { allowedValue: "pglite" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err290];
        } else {
          vErrors.push(err290);
        }
        errors++;
      }
      var _valid3 = _errs331 === errors;
      valid73 = valid73 || _valid3;
      const _errs333 = errors;
      if (typeof data127 !== "string") {
        const err291 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err291];
        } else {
          vErrors.push(err291);
        }
        errors++;
      }
      if ("transaction" !== data127) {
        const err292 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf/5/const", keyword: "const", params: { allowedValue: "transaction" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err292];
        } else {
          vErrors.push(err292);
        }
        errors++;
      }
      var _valid3 = _errs333 === errors;
      valid73 = valid73 || _valid3;
      if (!valid73) {
        const err293 = { instancePath: instancePath + "/scratch", schemaPath: "#/properties/scratch/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err293];
        } else {
          vErrors.push(err293);
        }
        errors++;
      } else {
        errors = _errs322;
        if (vErrors !== null) {
          if (_errs322) {
            vErrors.length = _errs322;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.scratch_url !== void 0) {
      let data128 = data.scratch_url;
      if (typeof data128 === "string") {
        if (func1(data128) < 1) {
          const err294 = { instancePath: instancePath + "/scratch_url", schemaPath: "#/properties/scratch_url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err294];
          } else {
            vErrors.push(err294);
          }
          errors++;
        }
      } else {
        const err295 = { instancePath: instancePath + "/scratch_url", schemaPath: "#/properties/scratch_url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err295];
        } else {
          vErrors.push(err295);
        }
        errors++;
      }
    }
  } else {
    const err296 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err296];
    } else {
      vErrors.push(err296);
    }
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
validate38.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator19 = validate39;
var schema50 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the database is there. Default: present." }, "owner": { "type": "string", "description": "PostgreSQL: role that owns the database. A new one belongs to the session\u2019s role when not declared.", "minLength": 1 }, "encoding": { "type": "string", "description": "PostgreSQL: encoding, such as `UTF8`. Cannot be changed later.", "minLength": 1 }, "locale": { "type": "string", "description": "PostgreSQL: order and character classes of texts, such as `en_US.UTF-8` or `C`; the same as `collate` and `ctype` together. Cannot be changed later.", "minLength": 1 }, "collate": { "type": "string", "description": "PostgreSQL: order of texts (LC_COLLATE). Cannot be changed later.", "minLength": 1 }, "ctype": { "type": "string", "description": "PostgreSQL: character classes (LC_CTYPE). Cannot be changed later.", "minLength": 1 }, "locale_provider": { "anyOf": [{ "type": "string", "const": "libc" }, { "type": "string", "const": "icu" }], "description": "PostgreSQL 15 and newer: what sorts texts. Cannot be changed later. Default for a new database: that of the template." }, "icu_locale": { "type": "string", "description": "PostgreSQL: locale of ICU, such as `de-AT`; with `locale_provider: icu`. Cannot be changed later.", "minLength": 1 }, "template": { "type": "string", "description": "PostgreSQL: database that a new one is a copy of. Default: template1, or template0 when an encoding or a locale is declared.", "minLength": 1 }, "tablespace": { "type": "string", "description": "PostgreSQL: tablespace that new objects go to. Moving an existing database copies its files.", "minLength": 1 }, "connection_limit": { "type": "integer", "description": "PostgreSQL: most connections at a time, -1 for no limit.", "minimum": -1, "maximum": 2147483647 }, "allow_connections": { "type": "boolean", "description": "PostgreSQL: whether anybody may connect. Default for a new database: true." }, "is_template": { "type": "boolean", "description": "PostgreSQL: whether everybody who may create databases may copy it." }, "settings": { "type": "object", "patternProperties": { "^.*$": { "anyOf": [{ "type": "string", "x-source-text": true }, { "type": "boolean" }, { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }] } }, "description": "PostgreSQL: settings that sessions begin with, by name; a list for settings such as `search_path`, `default` to remove one. Others are left alone." }, "charset": { "type": "string", "description": "MySQL and MariaDB: character set of new tables, such as `utf8mb4`. Existing tables keep theirs.", "minLength": 1 }, "collation": { "type": "string", "description": "MySQL and MariaDB: collation of new tables, such as `utf8mb4_unicode_ci`. Existing tables keep theirs.", "minLength": 1 }, "comment": { "type": "string", "description": "What the database is for; empty for none. Not on MySQL." }, "force": { "type": "boolean", "description": "With `state: absent`, PostgreSQL 13 and newer: end the connections of others first. Default: false." } }, "additionalProperties": false };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema50.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.owner !== void 0) {
      let data1 = data.owner;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.encoding !== void 0) {
      let data2 = data.encoding;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err8 = { instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.locale !== void 0) {
      let data3 = data.locale;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err10 = { instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.collate !== void 0) {
      let data4 = data.collate;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err12 = { instancePath: instancePath + "/collate", schemaPath: "#/properties/collate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/collate", schemaPath: "#/properties/collate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.ctype !== void 0) {
      let data5 = data.ctype;
      if (typeof data5 === "string") {
        if (func1(data5) < 1) {
          const err14 = { instancePath: instancePath + "/ctype", schemaPath: "#/properties/ctype/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/ctype", schemaPath: "#/properties/ctype/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.locale_provider !== void 0) {
      let data6 = data.locale_provider;
      const _errs19 = errors;
      let valid2 = false;
      const _errs20 = errors;
      if (typeof data6 !== "string") {
        const err16 = { instancePath: instancePath + "/locale_provider", schemaPath: "#/properties/locale_provider/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if ("libc" !== data6) {
        const err17 = { instancePath: instancePath + "/locale_provider", schemaPath: "#/properties/locale_provider/anyOf/0/const", keyword: "const", params: { allowedValue: "libc" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      var _valid1 = _errs20 === errors;
      valid2 = valid2 || _valid1;
      const _errs22 = errors;
      if (typeof data6 !== "string") {
        const err18 = { instancePath: instancePath + "/locale_provider", schemaPath: "#/properties/locale_provider/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if ("icu" !== data6) {
        const err19 = { instancePath: instancePath + "/locale_provider", schemaPath: "#/properties/locale_provider/anyOf/1/const", keyword: "const", params: { allowedValue: "icu" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid1 = _errs22 === errors;
      valid2 = valid2 || _valid1;
      if (!valid2) {
        const err20 = { instancePath: instancePath + "/locale_provider", schemaPath: "#/properties/locale_provider/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      } else {
        errors = _errs19;
        if (vErrors !== null) {
          if (_errs19) {
            vErrors.length = _errs19;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.icu_locale !== void 0) {
      let data7 = data.icu_locale;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err21 = { instancePath: instancePath + "/icu_locale", schemaPath: "#/properties/icu_locale/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/icu_locale", schemaPath: "#/properties/icu_locale/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data8 = data.template;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err23 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.tablespace !== void 0) {
      let data9 = data.tablespace;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err25 = { instancePath: instancePath + "/tablespace", schemaPath: "#/properties/tablespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/tablespace", schemaPath: "#/properties/tablespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.connection_limit !== void 0) {
      let data10 = data.connection_limit;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err27 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 2147483647 || isNaN(data10)) {
          const err28 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (data10 < -1 || isNaN(data10)) {
          const err29 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.allow_connections !== void 0) {
      if (typeof data.allow_connections !== "boolean") {
        const err30 = { instancePath: instancePath + "/allow_connections", schemaPath: "#/properties/allow_connections/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.is_template !== void 0) {
      if (typeof data.is_template !== "boolean") {
        const err31 = { instancePath: instancePath + "/is_template", schemaPath: "#/properties/is_template/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.settings !== void 0) {
      let data13 = data.settings;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        var props0 = {};
        for (const key1 in data13) {
          if (pattern4.test(key1)) {
            let data14 = data13[key1];
            const _errs39 = errors;
            let valid4 = false;
            const _errs40 = errors;
            if (typeof data14 !== "string") {
              const err32 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            var _valid2 = _errs40 === errors;
            valid4 = valid4 || _valid2;
            const _errs42 = errors;
            if (typeof data14 !== "boolean") {
              const err33 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            var _valid2 = _errs42 === errors;
            valid4 = valid4 || _valid2;
            const _errs44 = errors;
            if (Array.isArray(data14)) {
              if (data14.length < 1) {
                const err34 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
              const len0 = data14.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data15 = data14[i0];
                if (typeof data15 === "string") {
                  if (func1(data15) < 1) {
                    const err35 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                } else {
                  const err36 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err36];
                  } else {
                    vErrors.push(err36);
                  }
                  errors++;
                }
              }
            } else {
              const err37 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/type", keyword: "type", params: { type: "array" }, message: "must be array" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            var _valid2 = _errs44 === errors;
            valid4 = valid4 || _valid2;
            if (!valid4) {
              const err38 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            } else {
              errors = _errs39;
              if (vErrors !== null) {
                if (_errs39) {
                  vErrors.length = _errs39;
                } else {
                  vErrors = null;
                }
              }
            }
            props0[key1] = true;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.charset !== void 0) {
      let data16 = data.charset;
      if (typeof data16 === "string") {
        if (func1(data16) < 1) {
          const err40 = { instancePath: instancePath + "/charset", schemaPath: "#/properties/charset/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/charset", schemaPath: "#/properties/charset/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.collation !== void 0) {
      let data17 = data.collation;
      if (typeof data17 === "string") {
        if (func1(data17) < 1) {
          const err42 = { instancePath: instancePath + "/collation", schemaPath: "#/properties/collation/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      } else {
        const err43 = { instancePath: instancePath + "/collation", schemaPath: "#/properties/collation/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.comment !== void 0) {
      if (typeof data.comment !== "string") {
        const err44 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.force !== void 0) {
      if (typeof data.force !== "boolean") {
        const err45 = { instancePath: instancePath + "/force", schemaPath: "#/properties/force/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator20 = validate40;
var schema51 = { "type": "object", "properties": { "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the role is there. Default: present." }, "login": { "type": "boolean", "description": "PostgreSQL: whether the role may log in. Default for a new role: false." }, "superuser": { "type": "boolean", "description": "PostgreSQL: whether all checks of permissions are passed by." }, "createdb": { "type": "boolean", "description": "PostgreSQL: whether the role may create databases." }, "createrole": { "type": "boolean", "description": "PostgreSQL: whether the role may create other roles." }, "replication": { "type": "boolean", "description": "PostgreSQL: whether the role may open replication connections." }, "bypassrls": { "type": "boolean", "description": "PostgreSQL: whether row-level security does not hold for the role." }, "inherit": { "type": "boolean", "description": "PostgreSQL: whether the role has the privileges of the roles that it is a member of. Default for a new role: true." }, "connection_limit": { "type": "integer", "description": "Most connections of the role at a time, -1 for no limit. On MySQL and MariaDB: MAX_USER_CONNECTIONS.", "minimum": -1, "maximum": 2147483647 }, "valid_until": { "type": "string", "description": "PostgreSQL: when the password stops to be taken, as a date (its beginning in UTC) or a time with its zone, such as `2027-01-31T18:00:00Z`; `infinity` for never.", "x-source-text": true, "minLength": 1 }, "member_of": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Roles that the role is a member of: at least these, or with `exclusive` exactly these." }, "exclusive": { "type": "boolean", "description": "Take the role out of roles that `member_of` does not name. Default: false." }, "comment": { "type": "string", "description": "PostgreSQL: what the role is for; empty for none." }, "settings": { "type": "object", "patternProperties": { "^.*$": { "anyOf": [{ "type": "string", "x-source-text": true }, { "type": "boolean" }, { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }] } }, "description": "PostgreSQL: settings that sessions begin with, by name; a list for settings such as `search_path`, `default` to remove one. Others are left alone." }, "password": { "type": "string", "description": "Password of the role, or the form that the server stores of it. What is sent to the server is that form, so no log of the server holds the password.", "x-body": "text", "x-sensitive": true }, "update_password": { "anyOf": [{ "type": "string", "const": "always" }, { "type": "string", "const": "on_create" }], "description": "When `password` is set: whenever it differs, or only while the role has none. Default: always." }, "authentication": { "type": "string", "description": "MySQL and MariaDB: plugin that lets the account in, such as `mysql_native_password`, `ed25519`, `caching_sha2_password` or `unix_socket`. Default: the server\u2019s for a new account, the present one for others.", "minLength": 1 }, "locked": { "type": "boolean", "description": "MySQL and MariaDB: whether the account is locked." }, "tls": { "anyOf": [{ "type": "string", "const": "none" }, { "type": "string", "const": "ssl" }, { "type": "string", "const": "x509" }], "description": "MySQL and MariaDB: what connections of the account must show: nothing, TLS, or a valid certificate of their own." }, "tls_subject": { "type": "string", "description": "MySQL and MariaDB: subject that the certificate of the account must have.", "minLength": 1 }, "tls_issuer": { "type": "string", "description": "MySQL and MariaDB: issuer that the certificate of the account must have.", "minLength": 1 }, "tls_cipher": { "type": "string", "description": "MySQL and MariaDB: cipher that connections of the account must use.", "minLength": 1 }, "max_queries_per_hour": { "type": "integer", "description": "MySQL and MariaDB: most statements per hour. 0 for no limit.", "minimum": 0, "maximum": 4294967295 }, "max_updates_per_hour": { "type": "integer", "description": "MySQL and MariaDB: most changing statements per hour. 0 for no limit.", "minimum": 0, "maximum": 4294967295 }, "max_connections_per_hour": { "type": "integer", "description": "MySQL and MariaDB: most connections per hour. 0 for no limit.", "minimum": 0, "maximum": 4294967295 }, "default_roles": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "MySQL and MariaDB: roles that are active when the account logs in; MariaDB knows one at most. An empty list for none." } }, "additionalProperties": false };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema51.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.login !== void 0) {
      if (typeof data.login !== "boolean") {
        const err6 = { instancePath: instancePath + "/login", schemaPath: "#/properties/login/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.superuser !== void 0) {
      if (typeof data.superuser !== "boolean") {
        const err7 = { instancePath: instancePath + "/superuser", schemaPath: "#/properties/superuser/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.createdb !== void 0) {
      if (typeof data.createdb !== "boolean") {
        const err8 = { instancePath: instancePath + "/createdb", schemaPath: "#/properties/createdb/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.createrole !== void 0) {
      if (typeof data.createrole !== "boolean") {
        const err9 = { instancePath: instancePath + "/createrole", schemaPath: "#/properties/createrole/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.replication !== void 0) {
      if (typeof data.replication !== "boolean") {
        const err10 = { instancePath: instancePath + "/replication", schemaPath: "#/properties/replication/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.bypassrls !== void 0) {
      if (typeof data.bypassrls !== "boolean") {
        const err11 = { instancePath: instancePath + "/bypassrls", schemaPath: "#/properties/bypassrls/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.inherit !== void 0) {
      if (typeof data.inherit !== "boolean") {
        const err12 = { instancePath: instancePath + "/inherit", schemaPath: "#/properties/inherit/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.connection_limit !== void 0) {
      let data8 = data.connection_limit;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err13 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 > 2147483647 || isNaN(data8)) {
          const err14 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data8 < -1 || isNaN(data8)) {
          const err15 = { instancePath: instancePath + "/connection_limit", schemaPath: "#/properties/connection_limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1 }, message: "must be >= -1" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.valid_until !== void 0) {
      let data9 = data.valid_until;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err16 = { instancePath: instancePath + "/valid_until", schemaPath: "#/properties/valid_until/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/valid_until", schemaPath: "#/properties/valid_until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.member_of !== void 0) {
      let data10 = data.member_of;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data11 = data10[i0];
          if (typeof data11 === "string") {
            if (func1(data11) < 1) {
              const err18 = { instancePath: instancePath + "/member_of/" + i0, schemaPath: "#/properties/member_of/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/member_of/" + i0, schemaPath: "#/properties/member_of/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/member_of", schemaPath: "#/properties/member_of/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.exclusive !== void 0) {
      if (typeof data.exclusive !== "boolean") {
        const err21 = { instancePath: instancePath + "/exclusive", schemaPath: "#/properties/exclusive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.comment !== void 0) {
      if (typeof data.comment !== "string") {
        const err22 = { instancePath: instancePath + "/comment", schemaPath: "#/properties/comment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.settings !== void 0) {
      let data14 = data.settings;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        var props0 = {};
        for (const key1 in data14) {
          if (pattern4.test(key1)) {
            let data15 = data14[key1];
            const _errs37 = errors;
            let valid5 = false;
            const _errs38 = errors;
            if (typeof data15 !== "string") {
              const err23 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            var _valid1 = _errs38 === errors;
            valid5 = valid5 || _valid1;
            const _errs40 = errors;
            if (typeof data15 !== "boolean") {
              const err24 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            var _valid1 = _errs40 === errors;
            valid5 = valid5 || _valid1;
            const _errs42 = errors;
            if (Array.isArray(data15)) {
              if (data15.length < 1) {
                const err25 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
              const len1 = data15.length;
              for (let i1 = 0; i1 < len1; i1++) {
                let data16 = data15[i1];
                if (typeof data16 === "string") {
                  if (func1(data16) < 1) {
                    const err26 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                } else {
                  const err27 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              }
            } else {
              const err28 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf/2/type", keyword: "type", params: { type: "array" }, message: "must be array" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            var _valid1 = _errs42 === errors;
            valid5 = valid5 || _valid1;
            if (!valid5) {
              const err29 = { instancePath: instancePath + "/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/settings/patternProperties/%5E.*%24/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            } else {
              errors = _errs37;
              if (vErrors !== null) {
                if (_errs37) {
                  vErrors.length = _errs37;
                } else {
                  vErrors = null;
                }
              }
            }
            props0[key1] = true;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      if (typeof data.password !== "string") {
        const err31 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.update_password !== void 0) {
      let data18 = data.update_password;
      const _errs49 = errors;
      let valid8 = false;
      const _errs50 = errors;
      if (typeof data18 !== "string") {
        const err32 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if ("always" !== data18) {
        const err33 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/0/const", keyword: "const", params: { allowedValue: "always" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      var _valid2 = _errs50 === errors;
      valid8 = valid8 || _valid2;
      const _errs52 = errors;
      if (typeof data18 !== "string") {
        const err34 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if ("on_create" !== data18) {
        const err35 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf/1/const", keyword: "const", params: { allowedValue: "on_create" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      var _valid2 = _errs52 === errors;
      valid8 = valid8 || _valid2;
      if (!valid8) {
        const err36 = { instancePath: instancePath + "/update_password", schemaPath: "#/properties/update_password/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      } else {
        errors = _errs49;
        if (vErrors !== null) {
          if (_errs49) {
            vErrors.length = _errs49;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.authentication !== void 0) {
      let data19 = data.authentication;
      if (typeof data19 === "string") {
        if (func1(data19) < 1) {
          const err37 = { instancePath: instancePath + "/authentication", schemaPath: "#/properties/authentication/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      } else {
        const err38 = { instancePath: instancePath + "/authentication", schemaPath: "#/properties/authentication/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.locked !== void 0) {
      if (typeof data.locked !== "boolean") {
        const err39 = { instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data21 = data.tls;
      const _errs59 = errors;
      let valid9 = false;
      const _errs60 = errors;
      if (typeof data21 !== "string") {
        const err40 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if ("none" !== data21) {
        const err41 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/0/const", keyword: "const", params: { allowedValue: "none" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      var _valid3 = _errs60 === errors;
      valid9 = valid9 || _valid3;
      const _errs62 = errors;
      if (typeof data21 !== "string") {
        const err42 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if ("ssl" !== data21) {
        const err43 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/const", keyword: "const", params: { allowedValue: "ssl" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      var _valid3 = _errs62 === errors;
      valid9 = valid9 || _valid3;
      const _errs64 = errors;
      if (typeof data21 !== "string") {
        const err44 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      if ("x509" !== data21) {
        const err45 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/2/const", keyword: "const", params: { allowedValue: "x509" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      var _valid3 = _errs64 === errors;
      valid9 = valid9 || _valid3;
      if (!valid9) {
        const err46 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      } else {
        errors = _errs59;
        if (vErrors !== null) {
          if (_errs59) {
            vErrors.length = _errs59;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.tls_subject !== void 0) {
      let data22 = data.tls_subject;
      if (typeof data22 === "string") {
        if (func1(data22) < 1) {
          const err47 = { instancePath: instancePath + "/tls_subject", schemaPath: "#/properties/tls_subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      } else {
        const err48 = { instancePath: instancePath + "/tls_subject", schemaPath: "#/properties/tls_subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.tls_issuer !== void 0) {
      let data23 = data.tls_issuer;
      if (typeof data23 === "string") {
        if (func1(data23) < 1) {
          const err49 = { instancePath: instancePath + "/tls_issuer", schemaPath: "#/properties/tls_issuer/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      } else {
        const err50 = { instancePath: instancePath + "/tls_issuer", schemaPath: "#/properties/tls_issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.tls_cipher !== void 0) {
      let data24 = data.tls_cipher;
      if (typeof data24 === "string") {
        if (func1(data24) < 1) {
          const err51 = { instancePath: instancePath + "/tls_cipher", schemaPath: "#/properties/tls_cipher/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      } else {
        const err52 = { instancePath: instancePath + "/tls_cipher", schemaPath: "#/properties/tls_cipher/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.max_queries_per_hour !== void 0) {
      let data25 = data.max_queries_per_hour;
      if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
        const err53 = { instancePath: instancePath + "/max_queries_per_hour", schemaPath: "#/properties/max_queries_per_hour/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
      if (typeof data25 == "number" && isFinite(data25)) {
        if (data25 > 4294967295 || isNaN(data25)) {
          const err54 = { instancePath: instancePath + "/max_queries_per_hour", schemaPath: "#/properties/max_queries_per_hour/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        if (data25 < 0 || isNaN(data25)) {
          const err55 = { instancePath: instancePath + "/max_queries_per_hour", schemaPath: "#/properties/max_queries_per_hour/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      }
    }
    if (data.max_updates_per_hour !== void 0) {
      let data26 = data.max_updates_per_hour;
      if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
        const err56 = { instancePath: instancePath + "/max_updates_per_hour", schemaPath: "#/properties/max_updates_per_hour/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
      if (typeof data26 == "number" && isFinite(data26)) {
        if (data26 > 4294967295 || isNaN(data26)) {
          const err57 = { instancePath: instancePath + "/max_updates_per_hour", schemaPath: "#/properties/max_updates_per_hour/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
        if (data26 < 0 || isNaN(data26)) {
          const err58 = { instancePath: instancePath + "/max_updates_per_hour", schemaPath: "#/properties/max_updates_per_hour/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      }
    }
    if (data.max_connections_per_hour !== void 0) {
      let data27 = data.max_connections_per_hour;
      if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
        const err59 = { instancePath: instancePath + "/max_connections_per_hour", schemaPath: "#/properties/max_connections_per_hour/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
      if (typeof data27 == "number" && isFinite(data27)) {
        if (data27 > 4294967295 || isNaN(data27)) {
          const err60 = { instancePath: instancePath + "/max_connections_per_hour", schemaPath: "#/properties/max_connections_per_hour/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
        if (data27 < 0 || isNaN(data27)) {
          const err61 = { instancePath: instancePath + "/max_connections_per_hour", schemaPath: "#/properties/max_connections_per_hour/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
      }
    }
    if (data.default_roles !== void 0) {
      let data28 = data.default_roles;
      if (Array.isArray(data28)) {
        const len2 = data28.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data29 = data28[i2];
          if (typeof data29 === "string") {
            if (func1(data29) < 1) {
              const err62 = { instancePath: instancePath + "/default_roles/" + i2, schemaPath: "#/properties/default_roles/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
          } else {
            const err63 = { instancePath: instancePath + "/default_roles/" + i2, schemaPath: "#/properties/default_roles/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
      } else {
        const err64 = { instancePath: instancePath + "/default_roles", schemaPath: "#/properties/default_roles/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
  } else {
    const err65 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err65];
    } else {
      vErrors.push(err65);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator21 = validate41;
var schema52 = { "type": "object", "required": ["role", "on"], "properties": { "role": { "type": "string", "description": "Role or account that holds the privileges; on PostgreSQL `public` for everybody.", "minLength": 1 }, "on": { "type": "object", "properties": { "database": { "type": "string", "description": "A database. On MySQL and MariaDB everything in it.", "minLength": 1 }, "schema": { "type": "string", "description": "PostgreSQL: a schema itself, without what is in it.", "minLength": 1 }, "table": { "type": "string", "description": "A table, view, materialised view or foreign table, with its schema: `app.orders`.", "minLength": 1 }, "columns": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Only these columns of the table.", "minItems": 1 }, "sequence": { "type": "string", "description": "PostgreSQL: a sequence, with its schema.", "minLength": 1 }, "function": { "type": "string", "description": "A function, with its schema: `app.total(integer)`. PostgreSQL: without arguments, all functions of the name; procedures too.", "minLength": 1 }, "procedure": { "type": "string", "description": "A procedure, with its schema.", "minLength": 1 }, "type": { "type": "string", "description": "PostgreSQL: a type or domain, with its schema.", "minLength": 1 }, "language": { "type": "string", "description": "PostgreSQL: a language for functions.", "minLength": 1 }, "tablespace": { "type": "string", "description": "PostgreSQL: a tablespace.", "minLength": 1 }, "foreign_server": { "type": "string", "description": "PostgreSQL: a foreign server.", "minLength": 1 }, "foreign_data_wrapper": { "type": "string", "description": "PostgreSQL: a foreign-data wrapper.", "minLength": 1 }, "server": { "type": "boolean", "const": true, "description": "MySQL and MariaDB: the whole server, `*.*`." }, "tables_in": { "type": "string", "description": "PostgreSQL: every table, view, materialised view and foreign table of the schema.", "minLength": 1 }, "sequences_in": { "type": "string", "description": "PostgreSQL: every sequence of the schema.", "minLength": 1 }, "functions_in": { "type": "string", "description": "PostgreSQL: every function and procedure of the schema.", "minLength": 1 }, "types_in": { "type": "string", "description": "PostgreSQL, with `default: true`: the types of the schema.", "minLength": 1 } }, "additionalProperties": false, "description": "What the privileges are held on, exactly one of: `database`, `schema`, `table` (with `columns` for some of them), `sequence`, `function`, `procedure`, `type`, `language`, `tablespace`, `foreign_server`, `foreign_data_wrapper`; `tables_in`, `sequences_in`, `functions_in` or `types_in` with a schema; `server: true` for all of MySQL or MariaDB. Names are written as the catalogue has them, with their schema; a part with a dot in it stands in double quotes." }, "privileges": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Privileges such as `select` or `create view`; `all` for every one that the object knows. Default with `state: absent`: all.", "minItems": 1 }, "state": { "anyOf": [{ "type": "string", "const": "present" }, { "type": "string", "const": "absent" }], "description": "Whether the role holds the privileges. Default: present." }, "grant_option": { "type": "boolean", "description": "Whether the role may give the privileges to others. Left as it is when not declared." }, "exclusive": { "type": "boolean", "description": "Take from the role what it holds on the object beside `privileges`. Default: false." }, "default": { "type": "boolean", "description": "PostgreSQL: what objects will have that are made later, instead of those that are there; with a schema, or `*` for all of them, in `tables_in` and its like. Default: false." }, "owner": { "type": "string", "description": "With `default: true`: role whose later objects are meant. Default: the role of the node\u2019s connection.", "minLength": 1 }, "database": { "type": "string", "description": "Database that holds the object. Default: that of the node.", "minLength": 1 } }, "additionalProperties": false };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.on === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "on" }, message: "must have required property 'on'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema52.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data0 = data.role;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err3 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.on !== void 0) {
      let data1 = data.on;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!func2.call(schema52.properties.on.properties, key1)) {
            const err5 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data1.database !== void 0) {
          let data2 = data1.database;
          if (typeof data2 === "string") {
            if (func1(data2) < 1) {
              const err6 = { instancePath: instancePath + "/on/database", schemaPath: "#/properties/on/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/on/database", schemaPath: "#/properties/on/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data1.schema !== void 0) {
          let data3 = data1.schema;
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err8 = { instancePath: instancePath + "/on/schema", schemaPath: "#/properties/on/properties/schema/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/on/schema", schemaPath: "#/properties/on/properties/schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data1.table !== void 0) {
          let data4 = data1.table;
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err10 = { instancePath: instancePath + "/on/table", schemaPath: "#/properties/on/properties/table/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/on/table", schemaPath: "#/properties/on/properties/table/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data1.columns !== void 0) {
          let data5 = data1.columns;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              const err12 = { instancePath: instancePath + "/on/columns", schemaPath: "#/properties/on/properties/columns/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === "string") {
                if (func1(data6) < 1) {
                  const err13 = { instancePath: instancePath + "/on/columns/" + i0, schemaPath: "#/properties/on/properties/columns/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/on/columns/" + i0, schemaPath: "#/properties/on/properties/columns/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
          } else {
            const err15 = { instancePath: instancePath + "/on/columns", schemaPath: "#/properties/on/properties/columns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data1.sequence !== void 0) {
          let data7 = data1.sequence;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err16 = { instancePath: instancePath + "/on/sequence", schemaPath: "#/properties/on/properties/sequence/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/on/sequence", schemaPath: "#/properties/on/properties/sequence/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data1.function !== void 0) {
          let data8 = data1.function;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err18 = { instancePath: instancePath + "/on/function", schemaPath: "#/properties/on/properties/function/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/on/function", schemaPath: "#/properties/on/properties/function/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data1.procedure !== void 0) {
          let data9 = data1.procedure;
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err20 = { instancePath: instancePath + "/on/procedure", schemaPath: "#/properties/on/properties/procedure/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/on/procedure", schemaPath: "#/properties/on/properties/procedure/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data1.type !== void 0) {
          let data10 = data1.type;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err22 = { instancePath: instancePath + "/on/type", schemaPath: "#/properties/on/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/on/type", schemaPath: "#/properties/on/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data1.language !== void 0) {
          let data11 = data1.language;
          if (typeof data11 === "string") {
            if (func1(data11) < 1) {
              const err24 = { instancePath: instancePath + "/on/language", schemaPath: "#/properties/on/properties/language/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/on/language", schemaPath: "#/properties/on/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data1.tablespace !== void 0) {
          let data12 = data1.tablespace;
          if (typeof data12 === "string") {
            if (func1(data12) < 1) {
              const err26 = { instancePath: instancePath + "/on/tablespace", schemaPath: "#/properties/on/properties/tablespace/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/on/tablespace", schemaPath: "#/properties/on/properties/tablespace/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data1.foreign_server !== void 0) {
          let data13 = data1.foreign_server;
          if (typeof data13 === "string") {
            if (func1(data13) < 1) {
              const err28 = { instancePath: instancePath + "/on/foreign_server", schemaPath: "#/properties/on/properties/foreign_server/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/on/foreign_server", schemaPath: "#/properties/on/properties/foreign_server/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data1.foreign_data_wrapper !== void 0) {
          let data14 = data1.foreign_data_wrapper;
          if (typeof data14 === "string") {
            if (func1(data14) < 1) {
              const err30 = { instancePath: instancePath + "/on/foreign_data_wrapper", schemaPath: "#/properties/on/properties/foreign_data_wrapper/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/on/foreign_data_wrapper", schemaPath: "#/properties/on/properties/foreign_data_wrapper/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data1.server !== void 0) {
          let data15 = data1.server;
          if (typeof data15 !== "boolean") {
            const err32 = { instancePath: instancePath + "/on/server", schemaPath: "#/properties/on/properties/server/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
          if (true !== data15) {
            const err33 = { instancePath: instancePath + "/on/server", schemaPath: "#/properties/on/properties/server/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data1.tables_in !== void 0) {
          let data16 = data1.tables_in;
          if (typeof data16 === "string") {
            if (func1(data16) < 1) {
              const err34 = { instancePath: instancePath + "/on/tables_in", schemaPath: "#/properties/on/properties/tables_in/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = { instancePath: instancePath + "/on/tables_in", schemaPath: "#/properties/on/properties/tables_in/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data1.sequences_in !== void 0) {
          let data17 = data1.sequences_in;
          if (typeof data17 === "string") {
            if (func1(data17) < 1) {
              const err36 = { instancePath: instancePath + "/on/sequences_in", schemaPath: "#/properties/on/properties/sequences_in/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/on/sequences_in", schemaPath: "#/properties/on/properties/sequences_in/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data1.functions_in !== void 0) {
          let data18 = data1.functions_in;
          if (typeof data18 === "string") {
            if (func1(data18) < 1) {
              const err38 = { instancePath: instancePath + "/on/functions_in", schemaPath: "#/properties/on/properties/functions_in/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/on/functions_in", schemaPath: "#/properties/on/properties/functions_in/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data1.types_in !== void 0) {
          let data19 = data1.types_in;
          if (typeof data19 === "string") {
            if (func1(data19) < 1) {
              const err40 = { instancePath: instancePath + "/on/types_in", schemaPath: "#/properties/on/properties/types_in/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/on/types_in", schemaPath: "#/properties/on/properties/types_in/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.privileges !== void 0) {
      let data20 = data.privileges;
      if (Array.isArray(data20)) {
        if (data20.length < 1) {
          const err43 = { instancePath: instancePath + "/privileges", schemaPath: "#/properties/privileges/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        const len1 = data20.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data21 = data20[i1];
          if (typeof data21 === "string") {
            if (func1(data21) < 1) {
              const err44 = { instancePath: instancePath + "/privileges/" + i1, schemaPath: "#/properties/privileges/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/privileges/" + i1, schemaPath: "#/properties/privileges/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/privileges", schemaPath: "#/properties/privileges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data22 = data.state;
      const _errs48 = errors;
      let valid6 = false;
      const _errs49 = errors;
      if (typeof data22 !== "string") {
        const err47 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
      if ("present" !== data22) {
        const err48 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      var _valid0 = _errs49 === errors;
      valid6 = valid6 || _valid0;
      const _errs51 = errors;
      if (typeof data22 !== "string") {
        const err49 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if ("absent" !== data22) {
        const err50 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      var _valid0 = _errs51 === errors;
      valid6 = valid6 || _valid0;
      if (!valid6) {
        const err51 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      } else {
        errors = _errs48;
        if (vErrors !== null) {
          if (_errs48) {
            vErrors.length = _errs48;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.grant_option !== void 0) {
      if (typeof data.grant_option !== "boolean") {
        const err52 = { instancePath: instancePath + "/grant_option", schemaPath: "#/properties/grant_option/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.exclusive !== void 0) {
      if (typeof data.exclusive !== "boolean") {
        const err53 = { instancePath: instancePath + "/exclusive", schemaPath: "#/properties/exclusive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.default !== void 0) {
      if (typeof data.default !== "boolean") {
        const err54 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data26 = data.owner;
      if (typeof data26 === "string") {
        if (func1(data26) < 1) {
          const err55 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      } else {
        const err56 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data27 = data.database;
      if (typeof data27 === "string") {
        if (func1(data27) < 1) {
          const err57 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
      } else {
        const err58 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
  } else {
    const err59 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err59];
    } else {
      vErrors.push(err59);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator22 = validate42;
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "database" || key0 === "version" || key0 === "schema" || key0 === "cascade")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if ("present" !== data0) {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/0/const", keyword: "const", params: { allowedValue: "present" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if ("absent" !== data0) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf/1/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.database !== void 0) {
      let data1 = data.database;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data2 = data.version;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err8 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.schema !== void 0) {
      let data3 = data.schema;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err10 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.cascade !== void 0) {
      if (typeof data.cascade !== "boolean") {
        const err12 = { instancePath: instancePath + "/cascade", schemaPath: "#/properties/cascade/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
validate42.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator23 = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.run === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "run" || key0 === "unless" || key0 === "only_if" || key0 === "always" || key0 === "database" || key0 === "transaction" || key0 === "timeout_seconds")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      let data0 = data.run;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.unless !== void 0) {
      let data1 = data.unless;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err4 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/unless", schemaPath: "#/properties/unless/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.only_if !== void 0) {
      let data2 = data.only_if;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/only_if", schemaPath: "#/properties/only_if/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/only_if", schemaPath: "#/properties/only_if/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.always !== void 0) {
      if (typeof data.always !== "boolean") {
        const err8 = { instancePath: instancePath + "/always", schemaPath: "#/properties/always/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data4 = data.database;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err9 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.transaction !== void 0) {
      if (typeof data.transaction !== "boolean") {
        const err11 = { instancePath: instancePath + "/transaction", schemaPath: "#/properties/transaction/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.timeout_seconds !== void 0) {
      let data6 = data.timeout_seconds;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err12 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 86400 || isNaN(data6)) {
          const err13 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator24 = validate44;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "sudo")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.sudo !== void 0) {
      let data0 = data.sudo;
      const _errs3 = errors;
      let valid1 = false;
      const _errs4 = errors;
      if (typeof data0 !== "boolean") {
        const err1 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs4 === errors;
      valid1 = valid1 || _valid0;
      const _errs6 = errors;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      var _valid0 = _errs6 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err4 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        errors = _errs3;
        if (vErrors !== null) {
          if (_errs3) {
            vErrors.length = _errs3;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator25 = validate45;
var schema56 = { "type": "object", "description": "Reaches the node with the built-in SSH client. Every setting wins over the user\u2019s ssh configuration, which fills in what is left out.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Address to connect to. Default: the name of the node." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "description": "TCP port. Default: from the ssh configuration, else 22." }, "user": { "type": "string", "minLength": 1, "description": "Login account. Default: from the ssh configuration, else the account that runs setpoint." }, "identity_file": { "description": "Private key files to log in with, tried in this order; `~` is the home directory. Default: from the ssh configuration, else ~/.ssh/id_rsa, id_ecdsa and id_ed25519.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "identities_only": { "type": "boolean", "description": "Offers only the keys of identity_file, even when the agent holds more. Default: from the ssh configuration, else false." }, "identity_agent": { "type": "string", "minLength": 1, "description": "Socket of the key agent, SSH_AUTH_SOCK for the one of the environment, or none." }, "passphrase": { "type": "string", "minLength": 1, "description": "Passphrase of the private key files. Give it as a secret." }, "password": { "type": "string", "minLength": 1, "description": "Password of the login account, tried once after the keys. Give it as a secret." }, "jump": { "description": "Jump hosts on the way, in order: names of other nodes, or user@host:port. none for no jump host. Each is verified by its own host key.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "proxy_command": { "type": "string", "minLength": 1, "description": "Command whose standard input and output carry the connection; %h and %p are the address and the port. none for no command." }, "host_key_alias": { "type": "string", "minLength": 1, "description": "Name to look the host key up under, instead of the address." }, "known_hosts": { "description": "known_hosts files to read instead of the user\u2019s; the machine\u2019s and the project\u2019s are read in any case.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "config": { "description": "An ssh configuration file to use instead of ~/.ssh/config and /etc/ssh/ssh_config, or false for none.", "anyOf": [{ "type": "string", "minLength": 1 }, { "const": false }] }, "connect_timeout": { "type": "number", "exclusiveMinimum": 0, "maximum": 3600, "default": 10, "description": "Longest time in seconds for the TCP connection." }, "handshake_timeout": { "type": "number", "exclusiveMinimum": 0, "maximum": 3600, "default": 20, "description": "Longest time in seconds until the login is done, all attempts together." }, "sudo": { "description": "Acts through sudo on the node: true for root, or the name of another account. The login account needs the right to do so without a password.", "default": false, "anyOf": [{ "type": "boolean" }, { "type": "string", "minLength": 1 }] } }, "additionalProperties": false };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema56.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.user !== void 0) {
      let data2 = data.user;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.identity_file !== void 0) {
      let data3 = data.identity_file;
      const _errs9 = errors;
      let valid1 = false;
      const _errs10 = errors;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      valid1 = valid1 || _valid0;
      const _errs12 = errors;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err10 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err11 = { instancePath: instancePath + "/identity_file/" + i0, schemaPath: "#/properties/identity_file/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/identity_file/" + i0, schemaPath: "#/properties/identity_file/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid0 = _errs12 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err14 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      } else {
        errors = _errs9;
        if (vErrors !== null) {
          if (_errs9) {
            vErrors.length = _errs9;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.identities_only !== void 0) {
      if (typeof data.identities_only !== "boolean") {
        const err15 = { instancePath: instancePath + "/identities_only", schemaPath: "#/properties/identities_only/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.identity_agent !== void 0) {
      let data6 = data.identity_agent;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err16 = { instancePath: instancePath + "/identity_agent", schemaPath: "#/properties/identity_agent/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/identity_agent", schemaPath: "#/properties/identity_agent/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.passphrase !== void 0) {
      let data7 = data.passphrase;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err18 = { instancePath: instancePath + "/passphrase", schemaPath: "#/properties/passphrase/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/passphrase", schemaPath: "#/properties/passphrase/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data8 = data.password;
      if (typeof data8 === "string") {
        if (func1(data8) < 1) {
          const err20 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.jump !== void 0) {
      let data9 = data.jump;
      const _errs25 = errors;
      let valid4 = false;
      const _errs26 = errors;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err22 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid1 = _errs26 === errors;
      valid4 = valid4 || _valid1;
      const _errs28 = errors;
      if (Array.isArray(data9)) {
        if (data9.length < 1) {
          const err24 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data10 = data9[i1];
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err25 = { instancePath: instancePath + "/jump/" + i1, schemaPath: "#/properties/jump/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/jump/" + i1, schemaPath: "#/properties/jump/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      var _valid1 = _errs28 === errors;
      valid4 = valid4 || _valid1;
      if (!valid4) {
        const err28 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      } else {
        errors = _errs25;
        if (vErrors !== null) {
          if (_errs25) {
            vErrors.length = _errs25;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.proxy_command !== void 0) {
      let data11 = data.proxy_command;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err29 = { instancePath: instancePath + "/proxy_command", schemaPath: "#/properties/proxy_command/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = { instancePath: instancePath + "/proxy_command", schemaPath: "#/properties/proxy_command/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.host_key_alias !== void 0) {
      let data12 = data.host_key_alias;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err31 = { instancePath: instancePath + "/host_key_alias", schemaPath: "#/properties/host_key_alias/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/host_key_alias", schemaPath: "#/properties/host_key_alias/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.known_hosts !== void 0) {
      let data13 = data.known_hosts;
      const _errs37 = errors;
      let valid7 = false;
      const _errs38 = errors;
      if (typeof data13 === "string") {
        if (func1(data13) < 1) {
          const err33 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      var _valid2 = _errs38 === errors;
      valid7 = valid7 || _valid2;
      const _errs40 = errors;
      if (Array.isArray(data13)) {
        if (data13.length < 1) {
          const err35 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        const len2 = data13.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data14 = data13[i2];
          if (typeof data14 === "string") {
            if (func1(data14) < 1) {
              const err36 = { instancePath: instancePath + "/known_hosts/" + i2, schemaPath: "#/properties/known_hosts/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/known_hosts/" + i2, schemaPath: "#/properties/known_hosts/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      var _valid2 = _errs40 === errors;
      valid7 = valid7 || _valid2;
      if (!valid7) {
        const err39 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      } else {
        errors = _errs37;
        if (vErrors !== null) {
          if (_errs37) {
            vErrors.length = _errs37;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.config !== void 0) {
      let data15 = data.config;
      const _errs45 = errors;
      let valid10 = false;
      const _errs46 = errors;
      if (typeof data15 === "string") {
        if (func1(data15) < 1) {
          const err40 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      var _valid3 = _errs46 === errors;
      valid10 = valid10 || _valid3;
      const _errs48 = errors;
      if (false !== data15) {
        const err42 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/1/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      var _valid3 = _errs48 === errors;
      valid10 = valid10 || _valid3;
      if (!valid10) {
        const err43 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      } else {
        errors = _errs45;
        if (vErrors !== null) {
          if (_errs45) {
            vErrors.length = _errs45;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.connect_timeout !== void 0) {
      let data16 = data.connect_timeout;
      if (typeof data16 == "number" && isFinite(data16)) {
        if (data16 > 3600 || isNaN(data16)) {
          const err44 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (data16 <= 0 || isNaN(data16)) {
          const err45 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      } else {
        const err46 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.handshake_timeout !== void 0) {
      let data17 = data.handshake_timeout;
      if (typeof data17 == "number" && isFinite(data17)) {
        if (data17 > 3600 || isNaN(data17)) {
          const err47 = { instancePath: instancePath + "/handshake_timeout", schemaPath: "#/properties/handshake_timeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        if (data17 <= 0 || isNaN(data17)) {
          const err48 = { instancePath: instancePath + "/handshake_timeout", schemaPath: "#/properties/handshake_timeout/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
      } else {
        const err49 = { instancePath: instancePath + "/handshake_timeout", schemaPath: "#/properties/handshake_timeout/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.sudo !== void 0) {
      let data18 = data.sudo;
      const _errs54 = errors;
      let valid11 = false;
      const _errs55 = errors;
      if (typeof data18 !== "boolean") {
        const err50 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      var _valid4 = _errs55 === errors;
      valid11 = valid11 || _valid4;
      const _errs57 = errors;
      if (typeof data18 === "string") {
        if (func1(data18) < 1) {
          const err51 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      } else {
        const err52 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      var _valid4 = _errs57 === errors;
      valid11 = valid11 || _valid4;
      if (!valid11) {
        const err53 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      } else {
        errors = _errs54;
        if (vErrors !== null) {
          if (_errs54) {
            vErrors.length = _errs54;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err54 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  validate45.errors = vErrors;
  return errors === 0;
}
validate45.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator26 = validate46;
var schema57 = { "type": "object", "description": "Reaches the node with the installed ssh program: certificates, security keys, Kerberos, and every option of ssh_config(5). It never asks for anything.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Address to connect to. Default: the name of the node." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "description": "TCP port. Default: from the ssh configuration, else 22." }, "user": { "type": "string", "minLength": 1, "description": "Login account. Default: from the ssh configuration, else the account that runs setpoint." }, "identity_file": { "description": "Private key files to log in with; a certificate beside a key is used too.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "identities_only": { "type": "boolean", "description": "Offers only the keys of identity_file, even when the agent holds more." }, "identity_agent": { "type": "string", "minLength": 1, "description": "Socket of the key agent, SSH_AUTH_SOCK for the one of the environment, or none." }, "jump": { "description": "Jump hosts on the way, in order: names of other nodes, or user@host:port.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "host_key_alias": { "type": "string", "minLength": 1, "description": "Name to look the host key up under, instead of the address." }, "known_hosts": { "description": "known_hosts files to read instead of the user\u2019s; the machine\u2019s and the project\u2019s are read in any case.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "config": { "description": "An ssh configuration file to use instead of ~/.ssh/config and /etc/ssh/ssh_config, or false for none.", "anyOf": [{ "type": "string", "minLength": 1 }, { "const": false }] }, "connect_timeout": { "type": "number", "exclusiveMinimum": 0, "maximum": 3600, "default": 10, "description": "Longest time in seconds for the TCP connection." }, "options": { "description": "Further options in the form Keyword=value, as ssh -o takes them.", "anyOf": [{ "type": "string", "minLength": 1 }, { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }] }, "sudo": { "description": "Acts through sudo on the node: true for root, or the name of another account. The login account needs the right to do so without a password.", "default": false, "anyOf": [{ "type": "boolean" }, { "type": "string", "minLength": 1 }] } }, "additionalProperties": false };
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate46.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema57.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.user !== void 0) {
      let data2 = data.user;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.identity_file !== void 0) {
      let data3 = data.identity_file;
      const _errs9 = errors;
      let valid1 = false;
      const _errs10 = errors;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      valid1 = valid1 || _valid0;
      const _errs12 = errors;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err10 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err11 = { instancePath: instancePath + "/identity_file/" + i0, schemaPath: "#/properties/identity_file/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/identity_file/" + i0, schemaPath: "#/properties/identity_file/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid0 = _errs12 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err14 = { instancePath: instancePath + "/identity_file", schemaPath: "#/properties/identity_file/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      } else {
        errors = _errs9;
        if (vErrors !== null) {
          if (_errs9) {
            vErrors.length = _errs9;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.identities_only !== void 0) {
      if (typeof data.identities_only !== "boolean") {
        const err15 = { instancePath: instancePath + "/identities_only", schemaPath: "#/properties/identities_only/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.identity_agent !== void 0) {
      let data6 = data.identity_agent;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err16 = { instancePath: instancePath + "/identity_agent", schemaPath: "#/properties/identity_agent/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/identity_agent", schemaPath: "#/properties/identity_agent/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.jump !== void 0) {
      let data7 = data.jump;
      const _errs21 = errors;
      let valid4 = false;
      const _errs22 = errors;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err18 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid1 = _errs22 === errors;
      valid4 = valid4 || _valid1;
      const _errs24 = errors;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          const err20 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        const len1 = data7.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data8 = data7[i1];
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err21 = { instancePath: instancePath + "/jump/" + i1, schemaPath: "#/properties/jump/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/jump/" + i1, schemaPath: "#/properties/jump/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid1 = _errs24 === errors;
      valid4 = valid4 || _valid1;
      if (!valid4) {
        const err24 = { instancePath: instancePath + "/jump", schemaPath: "#/properties/jump/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        errors = _errs21;
        if (vErrors !== null) {
          if (_errs21) {
            vErrors.length = _errs21;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.host_key_alias !== void 0) {
      let data9 = data.host_key_alias;
      if (typeof data9 === "string") {
        if (func1(data9) < 1) {
          const err25 = { instancePath: instancePath + "/host_key_alias", schemaPath: "#/properties/host_key_alias/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/host_key_alias", schemaPath: "#/properties/host_key_alias/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.known_hosts !== void 0) {
      let data10 = data.known_hosts;
      const _errs31 = errors;
      let valid7 = false;
      const _errs32 = errors;
      if (typeof data10 === "string") {
        if (func1(data10) < 1) {
          const err27 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      var _valid2 = _errs32 === errors;
      valid7 = valid7 || _valid2;
      const _errs34 = errors;
      if (Array.isArray(data10)) {
        if (data10.length < 1) {
          const err29 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        const len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data11 = data10[i2];
          if (typeof data11 === "string") {
            if (func1(data11) < 1) {
              const err30 = { instancePath: instancePath + "/known_hosts/" + i2, schemaPath: "#/properties/known_hosts/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/known_hosts/" + i2, schemaPath: "#/properties/known_hosts/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      var _valid2 = _errs34 === errors;
      valid7 = valid7 || _valid2;
      if (!valid7) {
        const err33 = { instancePath: instancePath + "/known_hosts", schemaPath: "#/properties/known_hosts/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      } else {
        errors = _errs31;
        if (vErrors !== null) {
          if (_errs31) {
            vErrors.length = _errs31;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.config !== void 0) {
      let data12 = data.config;
      const _errs39 = errors;
      let valid10 = false;
      const _errs40 = errors;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err34 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      var _valid3 = _errs40 === errors;
      valid10 = valid10 || _valid3;
      const _errs42 = errors;
      if (false !== data12) {
        const err36 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf/1/const", keyword: "const", params: { allowedValue: false }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      var _valid3 = _errs42 === errors;
      valid10 = valid10 || _valid3;
      if (!valid10) {
        const err37 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      } else {
        errors = _errs39;
        if (vErrors !== null) {
          if (_errs39) {
            vErrors.length = _errs39;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.connect_timeout !== void 0) {
      let data13 = data.connect_timeout;
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 3600 || isNaN(data13)) {
          const err38 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (data13 <= 0 || isNaN(data13)) {
          const err39 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      } else {
        const err40 = { instancePath: instancePath + "/connect_timeout", schemaPath: "#/properties/connect_timeout/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.options !== void 0) {
      let data14 = data.options;
      const _errs46 = errors;
      let valid11 = false;
      const _errs47 = errors;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err41 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      } else {
        const err42 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      var _valid4 = _errs47 === errors;
      valid11 = valid11 || _valid4;
      const _errs49 = errors;
      if (Array.isArray(data14)) {
        if (data14.length < 1) {
          const err43 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        const len3 = data14.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data15 = data14[i3];
          if (typeof data15 === "string") {
            if (func1(data15) < 1) {
              const err44 = { instancePath: instancePath + "/options/" + i3, schemaPath: "#/properties/options/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/options/" + i3, schemaPath: "#/properties/options/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
      var _valid4 = _errs49 === errors;
      valid11 = valid11 || _valid4;
      if (!valid11) {
        const err47 = { instancePath: instancePath + "/options", schemaPath: "#/properties/options/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      } else {
        errors = _errs46;
        if (vErrors !== null) {
          if (_errs46) {
            vErrors.length = _errs46;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.sudo !== void 0) {
      let data16 = data.sudo;
      const _errs54 = errors;
      let valid14 = false;
      const _errs55 = errors;
      if (typeof data16 !== "boolean") {
        const err48 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      var _valid5 = _errs55 === errors;
      valid14 = valid14 || _valid5;
      const _errs57 = errors;
      if (typeof data16 === "string") {
        if (func1(data16) < 1) {
          const err49 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      } else {
        const err50 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      var _valid5 = _errs57 === errors;
      valid14 = valid14 || _valid5;
      if (!valid14) {
        const err51 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      } else {
        errors = _errs54;
        if (vErrors !== null) {
          if (_errs54) {
            vErrors.length = _errs54;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err52 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err52];
    } else {
      vErrors.push(err52);
    }
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
validate46.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator27 = validate47;
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.command === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "command" }, message: "must have required property 'command'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "command" || key0 === "sudo")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.command !== void 0) {
      let data0 = data.command;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err2 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func1(data1) < 1) {
              const err3 = { instancePath: instancePath + "/command/" + i0, schemaPath: "#/properties/command/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/command/" + i0, schemaPath: "#/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.sudo !== void 0) {
      let data2 = data.sudo;
      const _errs7 = errors;
      let valid3 = false;
      const _errs8 = errors;
      if (typeof data2 !== "boolean") {
        const err6 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs8 === errors;
      valid3 = valid3 || _valid0;
      const _errs10 = errors;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      valid3 = valid3 || _valid0;
      if (!valid3) {
        const err9 = { instancePath: instancePath + "/sudo", schemaPath: "#/properties/sudo/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate47.errors = vErrors;
  return errors === 0;
}
validate47.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator28 = validate48;
var schema59 = { "type": "object", "description": "A device that speaks Modbus: over TCP, RTU frames over TCP, TLS, or a serial line.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Name or address of the device or gateway." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "description": "TCP port. Default: 502, and 802 with `tls`." }, "unit": { "type": "integer", "minimum": 0, "maximum": 255, "default": 1, "description": "Unit identifier (slave address): 1 to 247 on a bus; over TCP 0 and 255 often mean the device itself." }, "framing": { "enum": ["tcp", "rtu"], "default": "tcp", "description": "How frames travel over the TCP connection: Modbus TCP, or RTU frames as transparent serial gateways send them." }, "tls": { "type": "object", "description": "Modbus/TCP Security: TLS, with a certificate of its own where the device asks for one. Paths start at the project directory.", "required": ["certificate", "key"], "properties": { "ca": { "type": "string", "minLength": 1, "description": "File with the certificates (PEM) that the device must be signed by. Default: those the system trusts." }, "certificate": { "type": "string", "minLength": 1, "description": "File with the certificate (PEM) to show to the device." }, "key": { "type": "string", "minLength": 1, "description": "File with the private key (PEM) of that certificate." }, "server_name": { "type": "string", "minLength": 1, "description": "The name that the certificate of the device must bear. Default: `host`." } }, "additionalProperties": false }, "serial": { "type": "object", "description": "A serial line of this machine, with RTU frames. Needs the optional package `serialport`.", "properties": { "path": { "type": "string", "minLength": 1, "description": "The device of the line, such as /dev/ttyUSB0." }, "baud_rate": { "type": "integer", "minimum": 50, "maximum": 4e6, "default": 19200, "description": "Bits per second." }, "parity": { "enum": ["none", "even", "odd"], "default": "even", "description": "Parity." }, "data_bits": { "enum": [7, 8], "default": 8, "description": "Data bits." }, "stop_bits": { "enum": [1, 2], "default": 1, "description": "Stop bits." }, "echo": { "type": "boolean", "default": false, "description": "The adapter gives back what was sent, as some RS-485 adapters do." } }, "required": ["path"], "additionalProperties": false }, "profile": { "type": "string", "minLength": 1, "description": "Path of the device profile, a YAML register map, from the project directory." }, "connect_timeout_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "default": 10, "description": "How long connecting may take." }, "timeout_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "default": 2, "description": "How long one reply may take." }, "retries": { "type": "integer", "minimum": 0, "maximum": 10, "default": 1, "description": "How often a read is sent again when no reply came. Writes are never sent again blindly." }, "busy_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "default": 20, "description": 'How long a device that answers "busy" is asked again.' }, "pause_after_connect_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "default": 0, "description": "Waits this long after connecting before the first request." }, "request_pause_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "default": 0, "description": "Waits this long between requests." }, "outstanding": { "type": "integer", "minimum": 1, "maximum": 16, "default": 1, "description": "Requests sent before the first of them is answered. Many devices lose requests when it is more than 1." } }, "additionalProperties": false };
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema59.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.unit !== void 0) {
      let data2 = data.unit;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 255 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.framing !== void 0) {
      let data3 = data.framing;
      if (!(data3 === "tcp" || data3 === "rtu")) {
        const err9 = { instancePath: instancePath + "/framing", schemaPath: "#/properties/framing/enum", keyword: "enum", params: { allowedValues: schema59.properties.framing.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data4 = data.tls;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.certificate === void 0) {
          const err10 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/required", keyword: "required", params: { missingProperty: "certificate" }, message: "must have required property 'certificate'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data4.key === void 0) {
          const err11 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key1 in data4) {
          if (!(key1 === "ca" || key1 === "certificate" || key1 === "key" || key1 === "server_name")) {
            const err12 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data4.ca !== void 0) {
          let data5 = data4.ca;
          if (typeof data5 === "string") {
            if (func1(data5) < 1) {
              const err13 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data4.certificate !== void 0) {
          let data6 = data4.certificate;
          if (typeof data6 === "string") {
            if (func1(data6) < 1) {
              const err15 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/properties/certificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/properties/certificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data4.key !== void 0) {
          let data7 = data4.key;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err17 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data4.server_name !== void 0) {
          let data8 = data4.server_name;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err19 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/properties/server_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.serial !== void 0) {
      let data9 = data.serial;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.path === void 0) {
          const err22 = { instancePath: instancePath + "/serial", schemaPath: "#/properties/serial/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key2 in data9) {
          if (!(key2 === "path" || key2 === "baud_rate" || key2 === "parity" || key2 === "data_bits" || key2 === "stop_bits" || key2 === "echo")) {
            const err23 = { instancePath: instancePath + "/serial", schemaPath: "#/properties/serial/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data9.path !== void 0) {
          let data10 = data9.path;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err24 = { instancePath: instancePath + "/serial/path", schemaPath: "#/properties/serial/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/serial/path", schemaPath: "#/properties/serial/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data9.baud_rate !== void 0) {
          let data11 = data9.baud_rate;
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err26 = { instancePath: instancePath + "/serial/baud_rate", schemaPath: "#/properties/serial/properties/baud_rate/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 4e6 || isNaN(data11)) {
              const err27 = { instancePath: instancePath + "/serial/baud_rate", schemaPath: "#/properties/serial/properties/baud_rate/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4e6 }, message: "must be <= 4000000" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data11 < 50 || isNaN(data11)) {
              const err28 = { instancePath: instancePath + "/serial/baud_rate", schemaPath: "#/properties/serial/properties/baud_rate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 50 }, message: "must be >= 50" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
        if (data9.parity !== void 0) {
          let data12 = data9.parity;
          if (!(data12 === "none" || data12 === "even" || data12 === "odd")) {
            const err29 = { instancePath: instancePath + "/serial/parity", schemaPath: "#/properties/serial/properties/parity/enum", keyword: "enum", params: { allowedValues: schema59.properties.serial.properties.parity.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data9.data_bits !== void 0) {
          let data13 = data9.data_bits;
          if (!(data13 === 7 || data13 === 8)) {
            const err30 = { instancePath: instancePath + "/serial/data_bits", schemaPath: "#/properties/serial/properties/data_bits/enum", keyword: "enum", params: { allowedValues: schema59.properties.serial.properties.data_bits.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data9.stop_bits !== void 0) {
          let data14 = data9.stop_bits;
          if (!(data14 === 1 || data14 === 2)) {
            const err31 = { instancePath: instancePath + "/serial/stop_bits", schemaPath: "#/properties/serial/properties/stop_bits/enum", keyword: "enum", params: { allowedValues: schema59.properties.serial.properties.stop_bits.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data9.echo !== void 0) {
          if (typeof data9.echo !== "boolean") {
            const err32 = { instancePath: instancePath + "/serial/echo", schemaPath: "#/properties/serial/properties/echo/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/serial", schemaPath: "#/properties/serial/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.profile !== void 0) {
      let data16 = data.profile;
      if (typeof data16 === "string") {
        if (func1(data16) < 1) {
          const err34 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.connect_timeout_seconds !== void 0) {
      let data17 = data.connect_timeout_seconds;
      if (typeof data17 == "number" && isFinite(data17)) {
        if (data17 > 3600 || isNaN(data17)) {
          const err36 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data17 < 0 || isNaN(data17)) {
          const err37 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      } else {
        const err38 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.timeout_seconds !== void 0) {
      let data18 = data.timeout_seconds;
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 > 3600 || isNaN(data18)) {
          const err39 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (data18 < 0 || isNaN(data18)) {
          const err40 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/timeout_seconds", schemaPath: "#/properties/timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.retries !== void 0) {
      let data19 = data.retries;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
        const err42 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 > 10 || isNaN(data19)) {
          const err43 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (data19 < 0 || isNaN(data19)) {
          const err44 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      }
    }
    if (data.busy_seconds !== void 0) {
      let data20 = data.busy_seconds;
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 > 3600 || isNaN(data20)) {
          const err45 = { instancePath: instancePath + "/busy_seconds", schemaPath: "#/properties/busy_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (data20 < 0 || isNaN(data20)) {
          const err46 = { instancePath: instancePath + "/busy_seconds", schemaPath: "#/properties/busy_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = { instancePath: instancePath + "/busy_seconds", schemaPath: "#/properties/busy_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.pause_after_connect_seconds !== void 0) {
      let data21 = data.pause_after_connect_seconds;
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 > 3600 || isNaN(data21)) {
          const err48 = { instancePath: instancePath + "/pause_after_connect_seconds", schemaPath: "#/properties/pause_after_connect_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
        if (data21 < 0 || isNaN(data21)) {
          const err49 = { instancePath: instancePath + "/pause_after_connect_seconds", schemaPath: "#/properties/pause_after_connect_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      } else {
        const err50 = { instancePath: instancePath + "/pause_after_connect_seconds", schemaPath: "#/properties/pause_after_connect_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.request_pause_seconds !== void 0) {
      let data22 = data.request_pause_seconds;
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 > 3600 || isNaN(data22)) {
          const err51 = { instancePath: instancePath + "/request_pause_seconds", schemaPath: "#/properties/request_pause_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
        if (data22 < 0 || isNaN(data22)) {
          const err52 = { instancePath: instancePath + "/request_pause_seconds", schemaPath: "#/properties/request_pause_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
      } else {
        const err53 = { instancePath: instancePath + "/request_pause_seconds", schemaPath: "#/properties/request_pause_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.outstanding !== void 0) {
      let data23 = data.outstanding;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
        const err54 = { instancePath: instancePath + "/outstanding", schemaPath: "#/properties/outstanding/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 > 16 || isNaN(data23)) {
          const err55 = { instancePath: instancePath + "/outstanding", schemaPath: "#/properties/outstanding/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
        if (data23 < 1 || isNaN(data23)) {
          const err56 = { instancePath: instancePath + "/outstanding", schemaPath: "#/properties/outstanding/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      }
    }
  } else {
    const err57 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err57];
    } else {
      vErrors.push(err57);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator29 = validate49;
var schema60 = { "type": "object", "description": "A PostgreSQL database: over TCP, a Unix socket, through a host of the inventory, or by psql on that host.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Name or address of the server, as seen from the host in `via` where there is one. Default: 127.0.0.1." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "default": 5432, "description": "TCP port." }, "socket": { "type": "string", "minLength": 1, "description": "Path of the Unix socket of the PostgreSQL server, or of the folder that it lies in; on the host in `via` where there is one." }, "user": { "type": "string", "minLength": 1, "description": "The account on the server. Default: the name of the account that runs setpoint." }, "password": { "type": "string", "minLength": 1, "description": "Password of that account. Give it as a secret.", "x-sensitive": true }, "tls": { "description": "TLS: a mode, or an object with one. Default: `verify-full`; `prefer` where the connection does not leave the machine; none over a Unix socket. Paths of files start at the project directory.", "anyOf": [{ "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, { "type": "object", "properties": { "mode": { "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, "ca": { "type": "string", "minLength": 1, "description": "File with the certificates (PEM) that the server must be signed by. Default: those Node.js trusts." }, "certificate": { "type": "string", "minLength": 1, "description": "File with the certificate (PEM) to show to the server." }, "key": { "type": "string", "minLength": 1, "description": "File with the private key (PEM) of that certificate." }, "server_name": { "type": "string", "minLength": 1, "description": "The name that the certificate of the server must bear. Default: `host`." } }, "additionalProperties": false }] }, "via": { "type": "string", "minLength": 1, "description": "A node of the inventory that is reached by SSH, and from which the server is reached." }, "connect_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 10, "description": "How long connecting may take." }, "statement_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 60, "description": "How long one statement may take when nothing else is said of it; it is then ended on the server." }, "database": { "type": "string", "minLength": 1, "description": "The database of this node. Playbooks can name others of the same server.", "default": "postgres" }, "psql": { "type": "object", "description": "Runs the program psql on the host in `via` instead of speaking to the server from here; for servers that know their accounts by the account of the operating system (peer authentication).", "properties": { "sudo_user": { "type": "string", "minLength": 1, "description": "The account of the host that psql runs as, through sudo. Default: the login account." } }, "additionalProperties": false } }, "additionalProperties": false };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema60.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.socket !== void 0) {
      let data2 = data.socket;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.user !== void 0) {
      let data3 = data.user;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data4 = data.password;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err10 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data5 = data.tls;
      const _errs13 = errors;
      let valid1 = false;
      const _errs14 = errors;
      if (!(data5 === "disable" || data5 === "allow" || data5 === "prefer" || data5 === "require" || data5 === "verify-ca" || data5 === "verify-full")) {
        const err12 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema60.properties.tls.anyOf[0].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      valid1 = valid1 || _valid0;
      const _errs15 = errors;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "mode" || key1 === "ca" || key1 === "certificate" || key1 === "key" || key1 === "server_name")) {
            const err13 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.mode !== void 0) {
          let data6 = data5.mode;
          if (!(data6 === "disable" || data6 === "allow" || data6 === "prefer" || data6 === "require" || data6 === "verify-ca" || data6 === "verify-full")) {
            const err14 = { instancePath: instancePath + "/tls/mode", schemaPath: "#/properties/tls/anyOf/1/properties/mode/enum", keyword: "enum", params: { allowedValues: schema60.properties.tls.anyOf[1].properties.mode.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.ca !== void 0) {
          let data7 = data5.ca;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err15 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.certificate !== void 0) {
          let data8 = data5.certificate;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err17 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data5.key !== void 0) {
          let data9 = data5.key;
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err19 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data5.server_name !== void 0) {
          let data10 = data5.server_name;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err21 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid0 = _errs15 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err24 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.via !== void 0) {
      let data11 = data.via;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err25 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.connect_timeout_seconds !== void 0) {
      let data12 = data.connect_timeout_seconds;
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 86400 || isNaN(data12)) {
          const err27 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data12 <= 0 || isNaN(data12)) {
          const err28 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.statement_timeout_seconds !== void 0) {
      let data13 = data.statement_timeout_seconds;
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 86400 || isNaN(data13)) {
          const err30 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data13 <= 0 || isNaN(data13)) {
          const err31 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data14 = data.database;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err33 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.psql !== void 0) {
      let data15 = data.psql;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key2 in data15) {
          if (!(key2 === "sudo_user")) {
            const err35 = { instancePath: instancePath + "/psql", schemaPath: "#/properties/psql/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data15.sudo_user !== void 0) {
          let data16 = data15.sudo_user;
          if (typeof data16 === "string") {
            if (func1(data16) < 1) {
              const err36 = { instancePath: instancePath + "/psql/sudo_user", schemaPath: "#/properties/psql/properties/sudo_user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/psql/sudo_user", schemaPath: "#/properties/psql/properties/sudo_user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/psql", schemaPath: "#/properties/psql/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
  } else {
    const err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator30 = validate50;
var schema61 = { "type": "object", "description": "A MySQL database: over TCP, a Unix socket, or through a host of the inventory.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Name or address of the server, as seen from the host in `via` where there is one. Default: 127.0.0.1." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "default": 3306, "description": "TCP port." }, "socket": { "type": "string", "minLength": 1, "description": "Path of the Unix socket of the MySQL server, or of the folder that it lies in; on the host in `via` where there is one." }, "user": { "type": "string", "minLength": 1, "description": "The account on the server. Default: the name of the account that runs setpoint." }, "password": { "type": "string", "minLength": 1, "description": "Password of that account. Give it as a secret.", "x-sensitive": true }, "tls": { "description": "TLS: a mode, or an object with one. Default: `verify-full`; `prefer` where the connection does not leave the machine; none over a Unix socket. Paths of files start at the project directory.", "anyOf": [{ "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, { "type": "object", "properties": { "mode": { "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, "ca": { "type": "string", "minLength": 1, "description": "File with the certificates (PEM) that the server must be signed by. Default: those Node.js trusts." }, "certificate": { "type": "string", "minLength": 1, "description": "File with the certificate (PEM) to show to the server." }, "key": { "type": "string", "minLength": 1, "description": "File with the private key (PEM) of that certificate." }, "server_name": { "type": "string", "minLength": 1, "description": "The name that the certificate of the server must bear. Default: `host`." } }, "additionalProperties": false }] }, "via": { "type": "string", "minLength": 1, "description": "A node of the inventory that is reached by SSH, and from which the server is reached." }, "connect_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 10, "description": "How long connecting may take." }, "statement_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 60, "description": "How long one statement may take when nothing else is said of it; it is then ended on the server." }, "database": { "type": "string", "minLength": 1, "description": "The database of this node. Playbooks can name others of the same server. Default: none." } }, "additionalProperties": false };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema61.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.socket !== void 0) {
      let data2 = data.socket;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.user !== void 0) {
      let data3 = data.user;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data4 = data.password;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err10 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data5 = data.tls;
      const _errs13 = errors;
      let valid1 = false;
      const _errs14 = errors;
      if (!(data5 === "disable" || data5 === "allow" || data5 === "prefer" || data5 === "require" || data5 === "verify-ca" || data5 === "verify-full")) {
        const err12 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema61.properties.tls.anyOf[0].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      valid1 = valid1 || _valid0;
      const _errs15 = errors;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "mode" || key1 === "ca" || key1 === "certificate" || key1 === "key" || key1 === "server_name")) {
            const err13 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.mode !== void 0) {
          let data6 = data5.mode;
          if (!(data6 === "disable" || data6 === "allow" || data6 === "prefer" || data6 === "require" || data6 === "verify-ca" || data6 === "verify-full")) {
            const err14 = { instancePath: instancePath + "/tls/mode", schemaPath: "#/properties/tls/anyOf/1/properties/mode/enum", keyword: "enum", params: { allowedValues: schema61.properties.tls.anyOf[1].properties.mode.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.ca !== void 0) {
          let data7 = data5.ca;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err15 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.certificate !== void 0) {
          let data8 = data5.certificate;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err17 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data5.key !== void 0) {
          let data9 = data5.key;
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err19 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data5.server_name !== void 0) {
          let data10 = data5.server_name;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err21 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid0 = _errs15 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err24 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.via !== void 0) {
      let data11 = data.via;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err25 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.connect_timeout_seconds !== void 0) {
      let data12 = data.connect_timeout_seconds;
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 86400 || isNaN(data12)) {
          const err27 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data12 <= 0 || isNaN(data12)) {
          const err28 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.statement_timeout_seconds !== void 0) {
      let data13 = data.statement_timeout_seconds;
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 86400 || isNaN(data13)) {
          const err30 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data13 <= 0 || isNaN(data13)) {
          const err31 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data14 = data.database;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err33 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
  } else {
    const err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err35];
    } else {
      vErrors.push(err35);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
validate50.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator31 = validate51;
var schema62 = { "type": "object", "description": "A MariaDB database: over TCP, a Unix socket, or through a host of the inventory.", "properties": { "host": { "type": "string", "minLength": 1, "description": "Name or address of the server, as seen from the host in `via` where there is one. Default: 127.0.0.1." }, "port": { "type": "integer", "minimum": 1, "maximum": 65535, "default": 3306, "description": "TCP port." }, "socket": { "type": "string", "minLength": 1, "description": "Path of the Unix socket of the MariaDB server, or of the folder that it lies in; on the host in `via` where there is one." }, "user": { "type": "string", "minLength": 1, "description": "The account on the server. Default: the name of the account that runs setpoint." }, "password": { "type": "string", "minLength": 1, "description": "Password of that account. Give it as a secret.", "x-sensitive": true }, "tls": { "description": "TLS: a mode, or an object with one. Default: `verify-full`; `prefer` where the connection does not leave the machine; none over a Unix socket. Paths of files start at the project directory.", "anyOf": [{ "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, { "type": "object", "properties": { "mode": { "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"], "description": "How far the server must prove who it is. `verify-full`: its certificate is signed by a known authority and bears its name; `verify-ca`: the name may be another; `require`: encrypted, whoever it is; `prefer` and `allow`: encrypted where both sides can; `disable`: never." }, "ca": { "type": "string", "minLength": 1, "description": "File with the certificates (PEM) that the server must be signed by. Default: those Node.js trusts." }, "certificate": { "type": "string", "minLength": 1, "description": "File with the certificate (PEM) to show to the server." }, "key": { "type": "string", "minLength": 1, "description": "File with the private key (PEM) of that certificate." }, "server_name": { "type": "string", "minLength": 1, "description": "The name that the certificate of the server must bear. Default: `host`." } }, "additionalProperties": false }] }, "via": { "type": "string", "minLength": 1, "description": "A node of the inventory that is reached by SSH, and from which the server is reached." }, "connect_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 10, "description": "How long connecting may take." }, "statement_timeout_seconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 86400, "default": 60, "description": "How long one statement may take when nothing else is said of it; it is then ended on the server." }, "database": { "type": "string", "minLength": 1, "description": "The database of this node. Playbooks can name others of the same server. Default: none." } }, "additionalProperties": false };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema62.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data0 = data.host;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.socket !== void 0) {
      let data2 = data.socket;
      if (typeof data2 === "string") {
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.user !== void 0) {
      let data3 = data.user;
      if (typeof data3 === "string") {
        if (func1(data3) < 1) {
          const err8 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data4 = data.password;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err10 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.tls !== void 0) {
      let data5 = data.tls;
      const _errs13 = errors;
      let valid1 = false;
      const _errs14 = errors;
      if (!(data5 === "disable" || data5 === "allow" || data5 === "prefer" || data5 === "require" || data5 === "verify-ca" || data5 === "verify-full")) {
        const err12 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema62.properties.tls.anyOf[0].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      valid1 = valid1 || _valid0;
      const _errs15 = errors;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "mode" || key1 === "ca" || key1 === "certificate" || key1 === "key" || key1 === "server_name")) {
            const err13 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.mode !== void 0) {
          let data6 = data5.mode;
          if (!(data6 === "disable" || data6 === "allow" || data6 === "prefer" || data6 === "require" || data6 === "verify-ca" || data6 === "verify-full")) {
            const err14 = { instancePath: instancePath + "/tls/mode", schemaPath: "#/properties/tls/anyOf/1/properties/mode/enum", keyword: "enum", params: { allowedValues: schema62.properties.tls.anyOf[1].properties.mode.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.ca !== void 0) {
          let data7 = data5.ca;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err15 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/anyOf/1/properties/ca/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.certificate !== void 0) {
          let data8 = data5.certificate;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err17 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/tls/certificate", schemaPath: "#/properties/tls/anyOf/1/properties/certificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data5.key !== void 0) {
          let data9 = data5.key;
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err19 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/anyOf/1/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data5.server_name !== void 0) {
          let data10 = data5.server_name;
          if (typeof data10 === "string") {
            if (func1(data10) < 1) {
              const err21 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/tls/server_name", schemaPath: "#/properties/tls/anyOf/1/properties/server_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      var _valid0 = _errs15 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const err24 = { instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      } else {
        errors = _errs13;
        if (vErrors !== null) {
          if (_errs13) {
            vErrors.length = _errs13;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.via !== void 0) {
      let data11 = data.via;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err25 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.connect_timeout_seconds !== void 0) {
      let data12 = data.connect_timeout_seconds;
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 86400 || isNaN(data12)) {
          const err27 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data12 <= 0 || isNaN(data12)) {
          const err28 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/connect_timeout_seconds", schemaPath: "#/properties/connect_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.statement_timeout_seconds !== void 0) {
      let data13 = data.statement_timeout_seconds;
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 86400 || isNaN(data13)) {
          const err30 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 86400 }, message: "must be <= 86400" };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data13 <= 0 || isNaN(data13)) {
          const err31 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/statement_timeout_seconds", schemaPath: "#/properties/statement_timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.database !== void 0) {
      let data14 = data.database;
      if (typeof data14 === "string") {
        if (func1(data14) < 1) {
          const err33 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/database", schemaPath: "#/properties/database/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
  } else {
    const err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err35];
    } else {
      vErrors.push(err35);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
validate51.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validator32 = validate52;
var schema63 = { "type": "object", "required": ["registers"], "properties": { "name": { "type": "string", "description": "Name of the device type." }, "description": { "type": "string", "description": "What the map is for, and where it is from." }, "unit": { "type": "integer", "minimum": 0, "maximum": 255, "description": "Unit identifier, where the inventory names none." }, "defaults": { "type": "object", "properties": { "table": { "anyOf": [{ "type": "string", "const": "coil" }, { "type": "string", "const": "discrete" }, { "type": "string", "const": "input" }, { "type": "string", "const": "holding" }], "description": "The table: coil, discrete (input), input (register) or holding (register)." }, "base": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "number", "const": 1 }], "description": "Number of the first address of a table, as the manual counts. Default: 0, as on the wire." }, "order": { "anyOf": [{ "type": "string", "const": "ABCD" }, { "type": "string", "const": "CDAB" }, { "type": "string", "const": "BADC" }, { "type": "string", "const": "DCBA" }], "description": "Order of the bytes where a register names none. Default: ABCD." }, "settle_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "How long a written value takes, where a register says nothing." }, "timeout_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "How long one reply may take." }, "busy_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": 'How long a device that answers "busy" is asked again.' }, "pause_after_connect_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "Waits this long after connecting before the first request." }, "request_pause_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "Waits this long between requests." } }, "description": "What holds where nothing else is said.", "additionalProperties": false }, "limits": { "type": "object", "properties": { "read_registers": { "type": "integer", "minimum": 1, "maximum": 125, "description": "Registers that one request may read. Default: 125." }, "write_registers": { "type": "integer", "minimum": 1, "maximum": 123, "description": "Registers that one request may write. Default: 123." }, "read_bits": { "type": "integer", "minimum": 1, "maximum": 2e3, "description": "Coils or inputs that one request may read. Default: 2000." }, "write_bits": { "type": "integer", "minimum": 1, "maximum": 1968, "description": "Coils that one request may write. Default: 1968." }, "max_gap": { "type": "integer", "minimum": 0, "maximum": 123, "description": "Registers that nobody asked for and that may be read along. Default: 10." }, "max_bit_gap": { "type": "integer", "minimum": 0, "maximum": 1998, "description": "Coils or inputs that may be read along. Default: 80." }, "outstanding": { "type": "integer", "minimum": 1, "maximum": 16, "description": "Requests sent before the first is answered. Default: 1, as many devices lose more." } }, "description": "What the device takes at once.", "additionalProperties": false }, "registers": { "type": "object", "properties": {}, "description": "The registers, coils and inputs by name. A name has letters, digits, - and _.", "additionalProperties": { "type": "object", "properties": { "description": { "type": "string", "description": "What the value is, for people." }, "table": { "anyOf": [{ "type": "string", "const": "coil" }, { "type": "string", "const": "discrete" }, { "type": "string", "const": "input" }, { "type": "string", "const": "holding" }], "description": "The table: coil, discrete (input), input (register) or holding (register)." }, "address": { "type": "string", "minLength": 1, "description": "The address, counted from `base`; decimal, or hexadecimal such as 0x6B. For the notation of paper use `ref`.", "x-source-text": true }, "ref": { "type": "string", "minLength": 1, "description": "The address in the notation of paper, which says the table too: 40108, 400108, 4x0108, %MW107.", "x-source-text": true }, "base": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "number", "const": 1 }], "description": "Number of the first address of a table, as the manual counts. Default: 0, as on the wire." }, "read_address": { "type": "string", "minLength": 1, "description": "The address where the value is read, if it is another one; counted like `address`.", "x-source-text": true }, "type": { "anyOf": [{ "type": "string", "const": "bool" }, { "type": "string", "const": "bits" }, { "type": "string", "const": "int8" }, { "type": "string", "const": "uint8" }, { "type": "string", "const": "int16" }, { "type": "string", "const": "uint16" }, { "type": "string", "const": "int24" }, { "type": "string", "const": "uint24" }, { "type": "string", "const": "int32" }, { "type": "string", "const": "uint32" }, { "type": "string", "const": "int64" }, { "type": "string", "const": "uint64" }, { "type": "string", "const": "bcd8" }, { "type": "string", "const": "bcd16" }, { "type": "string", "const": "bcd32" }, { "type": "string", "const": "bcd64" }, { "type": "string", "const": "float16" }, { "type": "string", "const": "float32" }, { "type": "string", "const": "float64" }, { "type": "string", "const": "string" }], "description": "How the value is stored. Default: bool for coils and discrete inputs, uint16 for registers." }, "order": { "anyOf": [{ "type": "string", "const": "ABCD" }, { "type": "string", "const": "CDAB" }, { "type": "string", "const": "BADC" }, { "type": "string", "const": "DCBA" }, { "type": "string", "const": "AB" }, { "type": "string", "const": "BA" }], "description": "Order of the bytes on the wire; A is the highest. CDAB swaps words, BADC the bytes of each word, DCBA both. AB and BA are for a single register." }, "byte": { "anyOf": [{ "type": "string", "const": "high" }, { "type": "string", "const": "low" }], "description": "Which half of the register an 8-bit value is in (default: low), or each single character of a string." }, "bit": { "type": "integer", "minimum": 0, "maximum": 15, "description": "Which bit of the register a bool is; 0 is the lowest." }, "shift": { "type": "integer", "minimum": 0, "maximum": 63, "description": "The lowest bit of `type: bits`; 0 is the lowest of the register." }, "width": { "type": "integer", "minimum": 1, "maximum": 64, "description": "How many bits `type: bits` has." }, "length": { "type": "integer", "minimum": 1, "maximum": 125, "description": "How many registers a string takes, with two characters in each." }, "padding": { "anyOf": [{ "type": "string", "const": "nul" }, { "type": "string", "const": "space" }], "description": "What fills the rest of a string. Default: nul." }, "scale": { "type": "string", "minLength": 1, "description": "The value is raw \xD7 scale + offset, computed exactly in decimals. Default: 1.", "x-source-text": true }, "offset": { "type": "string", "minLength": 1, "description": "Added to the scaled raw number. Default: 0.", "x-source-text": true }, "unit": { "type": "string", "maxLength": 32, "description": "Unit of the value, for people, such as rpm." }, "values": { "type": "object", "properties": {}, "description": "Names of raw numbers: `{ stop: 0, run: 5 }`. With names, no other number can be declared.", "additionalProperties": { "type": "string", "minLength": 1, "x-source-text": true } }, "not_available": { "type": "array", "items": { "type": "string", "minLength": 1, "x-source-text": true }, "description": "Raw numbers by which the device says that it has no value, such as 0x8000, 65535 or NaN." }, "access": { "anyOf": [{ "type": "string", "const": "read" }, { "type": "string", "const": "write" }, { "type": "string", "const": "read-write" }], "description": "What the device allows. Default: read for inputs, else read-write." }, "write": { "anyOf": [{ "type": "string", "const": "auto" }, { "type": "string", "const": "single" }, { "type": "string", "const": "multiple" }, { "type": "string", "const": "mask" }], "description": "Function that writes it: single (5 or 6), multiple (15 or 16), mask (22), or auto, which takes single for one register and multiple for several." }, "min": { "type": "string", "minLength": 1, "description": "The smallest value that may be declared.", "x-source-text": true }, "max": { "type": "string", "minLength": 1, "description": "The greatest value that may be declared.", "x-source-text": true }, "max_step": { "type": "string", "minLength": 1, "description": "The most by which one run may change the value.", "x-source-text": true }, "tolerance": { "type": "string", "minLength": 1, "description": "How far the value on the device may be from the declared one and still count as equal.", "x-source-text": true }, "settle_seconds": { "type": "number", "minimum": 0, "maximum": 3600, "description": "How long the device takes until a written value can be read back. Default: 0." }, "wear": { "type": "object", "properties": { "memory": { "anyOf": [{ "type": "string", "const": "eeprom" }, { "type": "string", "const": "flash" }], "description": "The memory that every write wears out." }, "cycles": { "type": "integer", "minimum": 1, "description": "How many writes it bears." } }, "description": "Writes of this register wear the device out: they are shown as a hazard.", "additionalProperties": false }, "sensitive": { "type": "boolean", "description": "The value is a secret: it is never shown." } }, "additionalProperties": false } }, "holes": { "type": "array", "items": { "type": "object", "properties": { "table": { "anyOf": [{ "type": "string", "const": "coil" }, { "type": "string", "const": "discrete" }, { "type": "string", "const": "input" }, { "type": "string", "const": "holding" }], "description": "The table: coil, discrete (input), input (register) or holding (register)." }, "address": { "type": "string", "minLength": 1, "description": "The address, counted from `base`; decimal, or hexadecimal such as 0x6B. For the notation of paper use `ref`.", "x-source-text": true }, "ref": { "type": "string", "minLength": 1, "description": "The address in the notation of paper, which says the table too: 40108, 400108, 4x0108, %MW107.", "x-source-text": true }, "base": { "anyOf": [{ "type": "number", "const": 0 }, { "type": "number", "const": 1 }], "description": "Number of the first address of a table, as the manual counts. Default: 0, as on the wire." }, "count": { "type": "integer", "minimum": 1, "maximum": 65536, "description": "How many addresses. Default: 1." } }, "additionalProperties": false }, "description": "Addresses that must not be read, not even along with others." }, "persist": { "type": "object", "required": ["write"], "properties": { "write": { "type": "string", "minLength": 1, "description": "What makes values permanent: `NAME=VALUE`, such as save=1." }, "when": { "anyOf": [{ "type": "string", "const": "changed" }], "description": "Only after something was written, which is the default." }, "pending": { "type": "string", "minLength": 1, "description": "A condition that holds while something is not permanent yet: `NAME=VALUE`." } }, "description": "How what was written becomes permanent, where a device forgets it otherwise.", "additionalProperties": false } }, "additionalProperties": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.registers === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "registers" }, message: "must have required property 'registers'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "description" || key0 === "unit" || key0 === "defaults" || key0 === "limits" || key0 === "registers" || key0 === "holes" || key0 === "persist")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== "string") {
        const err3 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.unit !== void 0) {
      let data2 = data.unit;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 255 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.defaults !== void 0) {
      let data3 = data.defaults;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "table" || key1 === "base" || key1 === "order" || key1 === "settle_seconds" || key1 === "timeout_seconds" || key1 === "busy_seconds" || key1 === "pause_after_connect_seconds" || key1 === "request_pause_seconds")) {
            const err7 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data3.table !== void 0) {
          let data4 = data3.table;
          const _errs12 = errors;
          let valid2 = false;
          const _errs13 = errors;
          if (typeof data4 !== "string") {
            const err8 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if ("coil" !== data4) {
            const err9 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/0/const", keyword: "const", params: { allowedValue: "coil" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var _valid0 = _errs13 === errors;
          valid2 = valid2 || _valid0;
          const _errs15 = errors;
          if (typeof data4 !== "string") {
            const err10 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if ("discrete" !== data4) {
            const err11 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/1/const", keyword: "const", params: { allowedValue: "discrete" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          var _valid0 = _errs15 === errors;
          valid2 = valid2 || _valid0;
          const _errs17 = errors;
          if (typeof data4 !== "string") {
            const err12 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if ("input" !== data4) {
            const err13 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/2/const", keyword: "const", params: { allowedValue: "input" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var _valid0 = _errs17 === errors;
          valid2 = valid2 || _valid0;
          const _errs19 = errors;
          if (typeof data4 !== "string") {
            const err14 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if ("holding" !== data4) {
            const err15 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf/3/const", keyword: "const", params: { allowedValue: "holding" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          var _valid0 = _errs19 === errors;
          valid2 = valid2 || _valid0;
          if (!valid2) {
            const err16 = { instancePath: instancePath + "/defaults/table", schemaPath: "#/properties/defaults/properties/table/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          } else {
            errors = _errs12;
            if (vErrors !== null) {
              if (_errs12) {
                vErrors.length = _errs12;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data3.base !== void 0) {
          let data5 = data3.base;
          const _errs22 = errors;
          let valid3 = false;
          const _errs23 = errors;
          if (!(typeof data5 == "number" && isFinite(data5))) {
            const err17 = { instancePath: instancePath + "/defaults/base", schemaPath: "#/properties/defaults/properties/base/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (0 !== data5) {
            const err18 = { instancePath: instancePath + "/defaults/base", schemaPath: "#/properties/defaults/properties/base/anyOf/0/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          var _valid1 = _errs23 === errors;
          valid3 = valid3 || _valid1;
          const _errs25 = errors;
          if (!(typeof data5 == "number" && isFinite(data5))) {
            const err19 = { instancePath: instancePath + "/defaults/base", schemaPath: "#/properties/defaults/properties/base/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (1 !== data5) {
            const err20 = { instancePath: instancePath + "/defaults/base", schemaPath: "#/properties/defaults/properties/base/anyOf/1/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          var _valid1 = _errs25 === errors;
          valid3 = valid3 || _valid1;
          if (!valid3) {
            const err21 = { instancePath: instancePath + "/defaults/base", schemaPath: "#/properties/defaults/properties/base/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          } else {
            errors = _errs22;
            if (vErrors !== null) {
              if (_errs22) {
                vErrors.length = _errs22;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data3.order !== void 0) {
          let data6 = data3.order;
          const _errs28 = errors;
          let valid4 = false;
          const _errs29 = errors;
          if (typeof data6 !== "string") {
            const err22 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if ("ABCD" !== data6) {
            const err23 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/0/const", keyword: "const", params: { allowedValue: "ABCD" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          var _valid2 = _errs29 === errors;
          valid4 = valid4 || _valid2;
          const _errs31 = errors;
          if (typeof data6 !== "string") {
            const err24 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          if ("CDAB" !== data6) {
            const err25 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/1/const", keyword: "const", params: { allowedValue: "CDAB" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          var _valid2 = _errs31 === errors;
          valid4 = valid4 || _valid2;
          const _errs33 = errors;
          if (typeof data6 !== "string") {
            const err26 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if ("BADC" !== data6) {
            const err27 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/2/const", keyword: "const", params: { allowedValue: "BADC" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          var _valid2 = _errs33 === errors;
          valid4 = valid4 || _valid2;
          const _errs35 = errors;
          if (typeof data6 !== "string") {
            const err28 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
          if ("DCBA" !== data6) {
            const err29 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf/3/const", keyword: "const", params: { allowedValue: "DCBA" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          var _valid2 = _errs35 === errors;
          valid4 = valid4 || _valid2;
          if (!valid4) {
            const err30 = { instancePath: instancePath + "/defaults/order", schemaPath: "#/properties/defaults/properties/order/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          } else {
            errors = _errs28;
            if (vErrors !== null) {
              if (_errs28) {
                vErrors.length = _errs28;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data3.settle_seconds !== void 0) {
          let data7 = data3.settle_seconds;
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 3600 || isNaN(data7)) {
              const err31 = { instancePath: instancePath + "/defaults/settle_seconds", schemaPath: "#/properties/defaults/properties/settle_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (data7 < 0 || isNaN(data7)) {
              const err32 = { instancePath: instancePath + "/defaults/settle_seconds", schemaPath: "#/properties/defaults/properties/settle_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = { instancePath: instancePath + "/defaults/settle_seconds", schemaPath: "#/properties/defaults/properties/settle_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data3.timeout_seconds !== void 0) {
          let data8 = data3.timeout_seconds;
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 3600 || isNaN(data8)) {
              const err34 = { instancePath: instancePath + "/defaults/timeout_seconds", schemaPath: "#/properties/defaults/properties/timeout_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err35 = { instancePath: instancePath + "/defaults/timeout_seconds", schemaPath: "#/properties/defaults/properties/timeout_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = { instancePath: instancePath + "/defaults/timeout_seconds", schemaPath: "#/properties/defaults/properties/timeout_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data3.busy_seconds !== void 0) {
          let data9 = data3.busy_seconds;
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 3600 || isNaN(data9)) {
              const err37 = { instancePath: instancePath + "/defaults/busy_seconds", schemaPath: "#/properties/defaults/properties/busy_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              const err38 = { instancePath: instancePath + "/defaults/busy_seconds", schemaPath: "#/properties/defaults/properties/busy_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/defaults/busy_seconds", schemaPath: "#/properties/defaults/properties/busy_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data3.pause_after_connect_seconds !== void 0) {
          let data10 = data3.pause_after_connect_seconds;
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 3600 || isNaN(data10)) {
              const err40 = { instancePath: instancePath + "/defaults/pause_after_connect_seconds", schemaPath: "#/properties/defaults/properties/pause_after_connect_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              const err41 = { instancePath: instancePath + "/defaults/pause_after_connect_seconds", schemaPath: "#/properties/defaults/properties/pause_after_connect_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          } else {
            const err42 = { instancePath: instancePath + "/defaults/pause_after_connect_seconds", schemaPath: "#/properties/defaults/properties/pause_after_connect_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data3.request_pause_seconds !== void 0) {
          let data11 = data3.request_pause_seconds;
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 3600 || isNaN(data11)) {
              const err43 = { instancePath: instancePath + "/defaults/request_pause_seconds", schemaPath: "#/properties/defaults/properties/request_pause_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data11 < 0 || isNaN(data11)) {
              const err44 = { instancePath: instancePath + "/defaults/request_pause_seconds", schemaPath: "#/properties/defaults/properties/request_pause_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
          } else {
            const err45 = { instancePath: instancePath + "/defaults/request_pause_seconds", schemaPath: "#/properties/defaults/properties/request_pause_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.limits !== void 0) {
      let data12 = data.limits;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key2 in data12) {
          if (!(key2 === "read_registers" || key2 === "write_registers" || key2 === "read_bits" || key2 === "write_bits" || key2 === "max_gap" || key2 === "max_bit_gap" || key2 === "outstanding")) {
            const err47 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data12.read_registers !== void 0) {
          let data13 = data12.read_registers;
          if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
            const err48 = { instancePath: instancePath + "/limits/read_registers", schemaPath: "#/properties/limits/properties/read_registers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
          if (typeof data13 == "number" && isFinite(data13)) {
            if (data13 > 125 || isNaN(data13)) {
              const err49 = { instancePath: instancePath + "/limits/read_registers", schemaPath: "#/properties/limits/properties/read_registers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 125 }, message: "must be <= 125" };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data13 < 1 || isNaN(data13)) {
              const err50 = { instancePath: instancePath + "/limits/read_registers", schemaPath: "#/properties/limits/properties/read_registers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          }
        }
        if (data12.write_registers !== void 0) {
          let data14 = data12.write_registers;
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err51 = { instancePath: instancePath + "/limits/write_registers", schemaPath: "#/properties/limits/properties/write_registers/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 123 || isNaN(data14)) {
              const err52 = { instancePath: instancePath + "/limits/write_registers", schemaPath: "#/properties/limits/properties/write_registers/maximum", keyword: "maximum", params: { comparison: "<=", limit: 123 }, message: "must be <= 123" };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err53 = { instancePath: instancePath + "/limits/write_registers", schemaPath: "#/properties/limits/properties/write_registers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          }
        }
        if (data12.read_bits !== void 0) {
          let data15 = data12.read_bits;
          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
            const err54 = { instancePath: instancePath + "/limits/read_bits", schemaPath: "#/properties/limits/properties/read_bits/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 > 2e3 || isNaN(data15)) {
              const err55 = { instancePath: instancePath + "/limits/read_bits", schemaPath: "#/properties/limits/properties/read_bits/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e3 }, message: "must be <= 2000" };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            if (data15 < 1 || isNaN(data15)) {
              const err56 = { instancePath: instancePath + "/limits/read_bits", schemaPath: "#/properties/limits/properties/read_bits/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          }
        }
        if (data12.write_bits !== void 0) {
          let data16 = data12.write_bits;
          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
            const err57 = { instancePath: instancePath + "/limits/write_bits", schemaPath: "#/properties/limits/properties/write_bits/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 > 1968 || isNaN(data16)) {
              const err58 = { instancePath: instancePath + "/limits/write_bits", schemaPath: "#/properties/limits/properties/write_bits/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1968 }, message: "must be <= 1968" };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            if (data16 < 1 || isNaN(data16)) {
              const err59 = { instancePath: instancePath + "/limits/write_bits", schemaPath: "#/properties/limits/properties/write_bits/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
          }
        }
        if (data12.max_gap !== void 0) {
          let data17 = data12.max_gap;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
            const err60 = { instancePath: instancePath + "/limits/max_gap", schemaPath: "#/properties/limits/properties/max_gap/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 > 123 || isNaN(data17)) {
              const err61 = { instancePath: instancePath + "/limits/max_gap", schemaPath: "#/properties/limits/properties/max_gap/maximum", keyword: "maximum", params: { comparison: "<=", limit: 123 }, message: "must be <= 123" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            if (data17 < 0 || isNaN(data17)) {
              const err62 = { instancePath: instancePath + "/limits/max_gap", schemaPath: "#/properties/limits/properties/max_gap/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
          }
        }
        if (data12.max_bit_gap !== void 0) {
          let data18 = data12.max_bit_gap;
          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
            const err63 = { instancePath: instancePath + "/limits/max_bit_gap", schemaPath: "#/properties/limits/properties/max_bit_gap/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
          if (typeof data18 == "number" && isFinite(data18)) {
            if (data18 > 1998 || isNaN(data18)) {
              const err64 = { instancePath: instancePath + "/limits/max_bit_gap", schemaPath: "#/properties/limits/properties/max_bit_gap/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1998 }, message: "must be <= 1998" };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
            if (data18 < 0 || isNaN(data18)) {
              const err65 = { instancePath: instancePath + "/limits/max_bit_gap", schemaPath: "#/properties/limits/properties/max_bit_gap/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
          }
        }
        if (data12.outstanding !== void 0) {
          let data19 = data12.outstanding;
          if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
            const err66 = { instancePath: instancePath + "/limits/outstanding", schemaPath: "#/properties/limits/properties/outstanding/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
          if (typeof data19 == "number" && isFinite(data19)) {
            if (data19 > 16 || isNaN(data19)) {
              const err67 = { instancePath: instancePath + "/limits/outstanding", schemaPath: "#/properties/limits/properties/outstanding/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, message: "must be <= 16" };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
            if (data19 < 1 || isNaN(data19)) {
              const err68 = { instancePath: instancePath + "/limits/outstanding", schemaPath: "#/properties/limits/properties/outstanding/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err68];
              } else {
                vErrors.push(err68);
              }
              errors++;
            }
          }
        }
      } else {
        const err69 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
    if (data.registers !== void 0) {
      let data20 = data.registers;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        for (const key3 in data20) {
          let data21 = data20[key3];
          if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            for (const key4 in data21) {
              if (!func2.call(schema63.properties.registers.additionalProperties.properties, key4)) {
                const err70 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/registers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data21.description !== void 0) {
              if (typeof data21.description !== "string") {
                const err71 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/registers/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
            }
            if (data21.table !== void 0) {
              let data23 = data21.table;
              const _errs73 = errors;
              let valid8 = false;
              const _errs74 = errors;
              if (typeof data23 !== "string") {
                const err72 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
              if ("coil" !== data23) {
                const err73 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/0/const", keyword: "const", params: { allowedValue: "coil" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
              var _valid3 = _errs74 === errors;
              valid8 = valid8 || _valid3;
              const _errs76 = errors;
              if (typeof data23 !== "string") {
                const err74 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
              if ("discrete" !== data23) {
                const err75 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/1/const", keyword: "const", params: { allowedValue: "discrete" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
              var _valid3 = _errs76 === errors;
              valid8 = valid8 || _valid3;
              const _errs78 = errors;
              if (typeof data23 !== "string") {
                const err76 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
              if ("input" !== data23) {
                const err77 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/2/const", keyword: "const", params: { allowedValue: "input" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
              var _valid3 = _errs78 === errors;
              valid8 = valid8 || _valid3;
              const _errs80 = errors;
              if (typeof data23 !== "string") {
                const err78 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
              if ("holding" !== data23) {
                const err79 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf/3/const", keyword: "const", params: { allowedValue: "holding" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err79];
                } else {
                  vErrors.push(err79);
                }
                errors++;
              }
              var _valid3 = _errs80 === errors;
              valid8 = valid8 || _valid3;
              if (!valid8) {
                const err80 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/table", schemaPath: "#/properties/registers/additionalProperties/properties/table/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              } else {
                errors = _errs73;
                if (vErrors !== null) {
                  if (_errs73) {
                    vErrors.length = _errs73;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.address !== void 0) {
              let data24 = data21.address;
              if (typeof data24 === "string") {
                if (func1(data24) < 1) {
                  const err81 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/registers/additionalProperties/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
              } else {
                const err82 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/registers/additionalProperties/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data21.ref !== void 0) {
              let data25 = data21.ref;
              if (typeof data25 === "string") {
                if (func1(data25) < 1) {
                  const err83 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/ref", schemaPath: "#/properties/registers/additionalProperties/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
              } else {
                const err84 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/ref", schemaPath: "#/properties/registers/additionalProperties/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
            }
            if (data21.base !== void 0) {
              let data26 = data21.base;
              const _errs87 = errors;
              let valid9 = false;
              const _errs88 = errors;
              if (!(typeof data26 == "number" && isFinite(data26))) {
                const err85 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/base", schemaPath: "#/properties/registers/additionalProperties/properties/base/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err85];
                } else {
                  vErrors.push(err85);
                }
                errors++;
              }
              if (0 !== data26) {
                const err86 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/base", schemaPath: "#/properties/registers/additionalProperties/properties/base/anyOf/0/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err86];
                } else {
                  vErrors.push(err86);
                }
                errors++;
              }
              var _valid4 = _errs88 === errors;
              valid9 = valid9 || _valid4;
              const _errs90 = errors;
              if (!(typeof data26 == "number" && isFinite(data26))) {
                const err87 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/base", schemaPath: "#/properties/registers/additionalProperties/properties/base/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
              if (1 !== data26) {
                const err88 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/base", schemaPath: "#/properties/registers/additionalProperties/properties/base/anyOf/1/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err88];
                } else {
                  vErrors.push(err88);
                }
                errors++;
              }
              var _valid4 = _errs90 === errors;
              valid9 = valid9 || _valid4;
              if (!valid9) {
                const err89 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/base", schemaPath: "#/properties/registers/additionalProperties/properties/base/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              } else {
                errors = _errs87;
                if (vErrors !== null) {
                  if (_errs87) {
                    vErrors.length = _errs87;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.read_address !== void 0) {
              let data27 = data21.read_address;
              if (typeof data27 === "string") {
                if (func1(data27) < 1) {
                  const err90 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/read_address", schemaPath: "#/properties/registers/additionalProperties/properties/read_address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err90];
                  } else {
                    vErrors.push(err90);
                  }
                  errors++;
                }
              } else {
                const err91 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/read_address", schemaPath: "#/properties/registers/additionalProperties/properties/read_address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err91];
                } else {
                  vErrors.push(err91);
                }
                errors++;
              }
            }
            if (data21.type !== void 0) {
              let data28 = data21.type;
              const _errs95 = errors;
              let valid10 = false;
              const _errs96 = errors;
              if (typeof data28 !== "string") {
                const err92 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err92];
                } else {
                  vErrors.push(err92);
                }
                errors++;
              }
              if ("bool" !== data28) {
                const err93 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/0/const", keyword: "const", params: { allowedValue: "bool" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
              var _valid5 = _errs96 === errors;
              valid10 = valid10 || _valid5;
              const _errs98 = errors;
              if (typeof data28 !== "string") {
                const err94 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
              if ("bits" !== data28) {
                const err95 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/1/const", keyword: "const", params: { allowedValue: "bits" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
              var _valid5 = _errs98 === errors;
              valid10 = valid10 || _valid5;
              const _errs100 = errors;
              if (typeof data28 !== "string") {
                const err96 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
              if ("int8" !== data28) {
                const err97 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/2/const", keyword: "const", params: { allowedValue: "int8" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err97];
                } else {
                  vErrors.push(err97);
                }
                errors++;
              }
              var _valid5 = _errs100 === errors;
              valid10 = valid10 || _valid5;
              const _errs102 = errors;
              if (typeof data28 !== "string") {
                const err98 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err98];
                } else {
                  vErrors.push(err98);
                }
                errors++;
              }
              if ("uint8" !== data28) {
                const err99 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/3/const", keyword: "const", params: { allowedValue: "uint8" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err99];
                } else {
                  vErrors.push(err99);
                }
                errors++;
              }
              var _valid5 = _errs102 === errors;
              valid10 = valid10 || _valid5;
              const _errs104 = errors;
              if (typeof data28 !== "string") {
                const err100 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err100];
                } else {
                  vErrors.push(err100);
                }
                errors++;
              }
              if ("int16" !== data28) {
                const err101 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/4/const", keyword: "const", params: { allowedValue: "int16" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err101];
                } else {
                  vErrors.push(err101);
                }
                errors++;
              }
              var _valid5 = _errs104 === errors;
              valid10 = valid10 || _valid5;
              const _errs106 = errors;
              if (typeof data28 !== "string") {
                const err102 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err102];
                } else {
                  vErrors.push(err102);
                }
                errors++;
              }
              if ("uint16" !== data28) {
                const err103 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/5/const", keyword: "const", params: { allowedValue: "uint16" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err103];
                } else {
                  vErrors.push(err103);
                }
                errors++;
              }
              var _valid5 = _errs106 === errors;
              valid10 = valid10 || _valid5;
              const _errs108 = errors;
              if (typeof data28 !== "string") {
                const err104 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/6/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
              if ("int24" !== data28) {
                const err105 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/6/const", keyword: "const", params: { allowedValue: "int24" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err105];
                } else {
                  vErrors.push(err105);
                }
                errors++;
              }
              var _valid5 = _errs108 === errors;
              valid10 = valid10 || _valid5;
              const _errs110 = errors;
              if (typeof data28 !== "string") {
                const err106 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/7/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err106];
                } else {
                  vErrors.push(err106);
                }
                errors++;
              }
              if ("uint24" !== data28) {
                const err107 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/7/const", keyword: "const", params: { allowedValue: "uint24" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err107];
                } else {
                  vErrors.push(err107);
                }
                errors++;
              }
              var _valid5 = _errs110 === errors;
              valid10 = valid10 || _valid5;
              const _errs112 = errors;
              if (typeof data28 !== "string") {
                const err108 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/8/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err108];
                } else {
                  vErrors.push(err108);
                }
                errors++;
              }
              if ("int32" !== data28) {
                const err109 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/8/const", keyword: "const", params: { allowedValue: "int32" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err109];
                } else {
                  vErrors.push(err109);
                }
                errors++;
              }
              var _valid5 = _errs112 === errors;
              valid10 = valid10 || _valid5;
              const _errs114 = errors;
              if (typeof data28 !== "string") {
                const err110 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/9/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err110];
                } else {
                  vErrors.push(err110);
                }
                errors++;
              }
              if ("uint32" !== data28) {
                const err111 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/9/const", keyword: "const", params: { allowedValue: "uint32" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err111];
                } else {
                  vErrors.push(err111);
                }
                errors++;
              }
              var _valid5 = _errs114 === errors;
              valid10 = valid10 || _valid5;
              const _errs116 = errors;
              if (typeof data28 !== "string") {
                const err112 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/10/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err112];
                } else {
                  vErrors.push(err112);
                }
                errors++;
              }
              if ("int64" !== data28) {
                const err113 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/10/const", keyword: "const", params: { allowedValue: "int64" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err113];
                } else {
                  vErrors.push(err113);
                }
                errors++;
              }
              var _valid5 = _errs116 === errors;
              valid10 = valid10 || _valid5;
              const _errs118 = errors;
              if (typeof data28 !== "string") {
                const err114 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/11/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err114];
                } else {
                  vErrors.push(err114);
                }
                errors++;
              }
              if ("uint64" !== data28) {
                const err115 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/11/const", keyword: "const", params: { allowedValue: "uint64" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err115];
                } else {
                  vErrors.push(err115);
                }
                errors++;
              }
              var _valid5 = _errs118 === errors;
              valid10 = valid10 || _valid5;
              const _errs120 = errors;
              if (typeof data28 !== "string") {
                const err116 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/12/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err116];
                } else {
                  vErrors.push(err116);
                }
                errors++;
              }
              if ("bcd8" !== data28) {
                const err117 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/12/const", keyword: "const", params: { allowedValue: "bcd8" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
              var _valid5 = _errs120 === errors;
              valid10 = valid10 || _valid5;
              const _errs122 = errors;
              if (typeof data28 !== "string") {
                const err118 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/13/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err118];
                } else {
                  vErrors.push(err118);
                }
                errors++;
              }
              if ("bcd16" !== data28) {
                const err119 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/13/const", keyword: "const", params: { allowedValue: "bcd16" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err119];
                } else {
                  vErrors.push(err119);
                }
                errors++;
              }
              var _valid5 = _errs122 === errors;
              valid10 = valid10 || _valid5;
              const _errs124 = errors;
              if (typeof data28 !== "string") {
                const err120 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/14/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err120];
                } else {
                  vErrors.push(err120);
                }
                errors++;
              }
              if ("bcd32" !== data28) {
                const err121 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/14/const", keyword: "const", params: { allowedValue: "bcd32" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err121];
                } else {
                  vErrors.push(err121);
                }
                errors++;
              }
              var _valid5 = _errs124 === errors;
              valid10 = valid10 || _valid5;
              const _errs126 = errors;
              if (typeof data28 !== "string") {
                const err122 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/15/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err122];
                } else {
                  vErrors.push(err122);
                }
                errors++;
              }
              if ("bcd64" !== data28) {
                const err123 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/15/const", keyword: "const", params: { allowedValue: "bcd64" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err123];
                } else {
                  vErrors.push(err123);
                }
                errors++;
              }
              var _valid5 = _errs126 === errors;
              valid10 = valid10 || _valid5;
              const _errs128 = errors;
              if (typeof data28 !== "string") {
                const err124 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/16/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
              }
              if ("float16" !== data28) {
                const err125 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/16/const", keyword: "const", params: { allowedValue: "float16" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err125];
                } else {
                  vErrors.push(err125);
                }
                errors++;
              }
              var _valid5 = _errs128 === errors;
              valid10 = valid10 || _valid5;
              const _errs130 = errors;
              if (typeof data28 !== "string") {
                const err126 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/17/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
              if ("float32" !== data28) {
                const err127 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/17/const", keyword: "const", params: { allowedValue: "float32" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err127];
                } else {
                  vErrors.push(err127);
                }
                errors++;
              }
              var _valid5 = _errs130 === errors;
              valid10 = valid10 || _valid5;
              const _errs132 = errors;
              if (typeof data28 !== "string") {
                const err128 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/18/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err128];
                } else {
                  vErrors.push(err128);
                }
                errors++;
              }
              if ("float64" !== data28) {
                const err129 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/18/const", keyword: "const", params: { allowedValue: "float64" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err129];
                } else {
                  vErrors.push(err129);
                }
                errors++;
              }
              var _valid5 = _errs132 === errors;
              valid10 = valid10 || _valid5;
              const _errs134 = errors;
              if (typeof data28 !== "string") {
                const err130 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/19/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err130];
                } else {
                  vErrors.push(err130);
                }
                errors++;
              }
              if ("string" !== data28) {
                const err131 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf/19/const", keyword: "const", params: { allowedValue: "string" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err131];
                } else {
                  vErrors.push(err131);
                }
                errors++;
              }
              var _valid5 = _errs134 === errors;
              valid10 = valid10 || _valid5;
              if (!valid10) {
                const err132 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/registers/additionalProperties/properties/type/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err132];
                } else {
                  vErrors.push(err132);
                }
                errors++;
              } else {
                errors = _errs95;
                if (vErrors !== null) {
                  if (_errs95) {
                    vErrors.length = _errs95;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.order !== void 0) {
              let data29 = data21.order;
              const _errs137 = errors;
              let valid11 = false;
              const _errs138 = errors;
              if (typeof data29 !== "string") {
                const err133 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err133];
                } else {
                  vErrors.push(err133);
                }
                errors++;
              }
              if ("ABCD" !== data29) {
                const err134 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/0/const", keyword: "const", params: { allowedValue: "ABCD" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
              var _valid6 = _errs138 === errors;
              valid11 = valid11 || _valid6;
              const _errs140 = errors;
              if (typeof data29 !== "string") {
                const err135 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err135];
                } else {
                  vErrors.push(err135);
                }
                errors++;
              }
              if ("CDAB" !== data29) {
                const err136 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/1/const", keyword: "const", params: { allowedValue: "CDAB" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err136];
                } else {
                  vErrors.push(err136);
                }
                errors++;
              }
              var _valid6 = _errs140 === errors;
              valid11 = valid11 || _valid6;
              const _errs142 = errors;
              if (typeof data29 !== "string") {
                const err137 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err137];
                } else {
                  vErrors.push(err137);
                }
                errors++;
              }
              if ("BADC" !== data29) {
                const err138 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/2/const", keyword: "const", params: { allowedValue: "BADC" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err138];
                } else {
                  vErrors.push(err138);
                }
                errors++;
              }
              var _valid6 = _errs142 === errors;
              valid11 = valid11 || _valid6;
              const _errs144 = errors;
              if (typeof data29 !== "string") {
                const err139 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err139];
                } else {
                  vErrors.push(err139);
                }
                errors++;
              }
              if ("DCBA" !== data29) {
                const err140 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/3/const", keyword: "const", params: { allowedValue: "DCBA" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err140];
                } else {
                  vErrors.push(err140);
                }
                errors++;
              }
              var _valid6 = _errs144 === errors;
              valid11 = valid11 || _valid6;
              const _errs146 = errors;
              if (typeof data29 !== "string") {
                const err141 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err141];
                } else {
                  vErrors.push(err141);
                }
                errors++;
              }
              if ("AB" !== data29) {
                const err142 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/4/const", keyword: "const", params: { allowedValue: "AB" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err142];
                } else {
                  vErrors.push(err142);
                }
                errors++;
              }
              var _valid6 = _errs146 === errors;
              valid11 = valid11 || _valid6;
              const _errs148 = errors;
              if (typeof data29 !== "string") {
                const err143 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/5/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err143];
                } else {
                  vErrors.push(err143);
                }
                errors++;
              }
              if ("BA" !== data29) {
                const err144 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf/5/const", keyword: "const", params: { allowedValue: "BA" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err144];
                } else {
                  vErrors.push(err144);
                }
                errors++;
              }
              var _valid6 = _errs148 === errors;
              valid11 = valid11 || _valid6;
              if (!valid11) {
                const err145 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/order", schemaPath: "#/properties/registers/additionalProperties/properties/order/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err145];
                } else {
                  vErrors.push(err145);
                }
                errors++;
              } else {
                errors = _errs137;
                if (vErrors !== null) {
                  if (_errs137) {
                    vErrors.length = _errs137;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.byte !== void 0) {
              let data30 = data21.byte;
              const _errs151 = errors;
              let valid12 = false;
              const _errs152 = errors;
              if (typeof data30 !== "string") {
                const err146 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/byte", schemaPath: "#/properties/registers/additionalProperties/properties/byte/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err146];
                } else {
                  vErrors.push(err146);
                }
                errors++;
              }
              if ("high" !== data30) {
                const err147 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/byte", schemaPath: "#/properties/registers/additionalProperties/properties/byte/anyOf/0/const", keyword: "const", params: { allowedValue: "high" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err147];
                } else {
                  vErrors.push(err147);
                }
                errors++;
              }
              var _valid7 = _errs152 === errors;
              valid12 = valid12 || _valid7;
              const _errs154 = errors;
              if (typeof data30 !== "string") {
                const err148 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/byte", schemaPath: "#/properties/registers/additionalProperties/properties/byte/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err148];
                } else {
                  vErrors.push(err148);
                }
                errors++;
              }
              if ("low" !== data30) {
                const err149 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/byte", schemaPath: "#/properties/registers/additionalProperties/properties/byte/anyOf/1/const", keyword: "const", params: { allowedValue: "low" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err149];
                } else {
                  vErrors.push(err149);
                }
                errors++;
              }
              var _valid7 = _errs154 === errors;
              valid12 = valid12 || _valid7;
              if (!valid12) {
                const err150 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/byte", schemaPath: "#/properties/registers/additionalProperties/properties/byte/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err150];
                } else {
                  vErrors.push(err150);
                }
                errors++;
              } else {
                errors = _errs151;
                if (vErrors !== null) {
                  if (_errs151) {
                    vErrors.length = _errs151;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.bit !== void 0) {
              let data31 = data21.bit;
              if (!(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)) && isFinite(data31))) {
                const err151 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/bit", schemaPath: "#/properties/registers/additionalProperties/properties/bit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err151];
                } else {
                  vErrors.push(err151);
                }
                errors++;
              }
              if (typeof data31 == "number" && isFinite(data31)) {
                if (data31 > 15 || isNaN(data31)) {
                  const err152 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/bit", schemaPath: "#/properties/registers/additionalProperties/properties/bit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 15 }, message: "must be <= 15" };
                  if (vErrors === null) {
                    vErrors = [err152];
                  } else {
                    vErrors.push(err152);
                  }
                  errors++;
                }
                if (data31 < 0 || isNaN(data31)) {
                  const err153 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/bit", schemaPath: "#/properties/registers/additionalProperties/properties/bit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err153];
                  } else {
                    vErrors.push(err153);
                  }
                  errors++;
                }
              }
            }
            if (data21.shift !== void 0) {
              let data32 = data21.shift;
              if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                const err154 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/shift", schemaPath: "#/properties/registers/additionalProperties/properties/shift/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err154];
                } else {
                  vErrors.push(err154);
                }
                errors++;
              }
              if (typeof data32 == "number" && isFinite(data32)) {
                if (data32 > 63 || isNaN(data32)) {
                  const err155 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/shift", schemaPath: "#/properties/registers/additionalProperties/properties/shift/maximum", keyword: "maximum", params: { comparison: "<=", limit: 63 }, message: "must be <= 63" };
                  if (vErrors === null) {
                    vErrors = [err155];
                  } else {
                    vErrors.push(err155);
                  }
                  errors++;
                }
                if (data32 < 0 || isNaN(data32)) {
                  const err156 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/shift", schemaPath: "#/properties/registers/additionalProperties/properties/shift/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err156];
                  } else {
                    vErrors.push(err156);
                  }
                  errors++;
                }
              }
            }
            if (data21.width !== void 0) {
              let data33 = data21.width;
              if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
                const err157 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/width", schemaPath: "#/properties/registers/additionalProperties/properties/width/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err157];
                } else {
                  vErrors.push(err157);
                }
                errors++;
              }
              if (typeof data33 == "number" && isFinite(data33)) {
                if (data33 > 64 || isNaN(data33)) {
                  const err158 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/width", schemaPath: "#/properties/registers/additionalProperties/properties/width/maximum", keyword: "maximum", params: { comparison: "<=", limit: 64 }, message: "must be <= 64" };
                  if (vErrors === null) {
                    vErrors = [err158];
                  } else {
                    vErrors.push(err158);
                  }
                  errors++;
                }
                if (data33 < 1 || isNaN(data33)) {
                  const err159 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/width", schemaPath: "#/properties/registers/additionalProperties/properties/width/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err159];
                  } else {
                    vErrors.push(err159);
                  }
                  errors++;
                }
              }
            }
            if (data21.length !== void 0) {
              let data34 = data21.length;
              if (!(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
                const err160 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/length", schemaPath: "#/properties/registers/additionalProperties/properties/length/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err160];
                } else {
                  vErrors.push(err160);
                }
                errors++;
              }
              if (typeof data34 == "number" && isFinite(data34)) {
                if (data34 > 125 || isNaN(data34)) {
                  const err161 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/length", schemaPath: "#/properties/registers/additionalProperties/properties/length/maximum", keyword: "maximum", params: { comparison: "<=", limit: 125 }, message: "must be <= 125" };
                  if (vErrors === null) {
                    vErrors = [err161];
                  } else {
                    vErrors.push(err161);
                  }
                  errors++;
                }
                if (data34 < 1 || isNaN(data34)) {
                  const err162 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/length", schemaPath: "#/properties/registers/additionalProperties/properties/length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err162];
                  } else {
                    vErrors.push(err162);
                  }
                  errors++;
                }
              }
            }
            if (data21.padding !== void 0) {
              let data35 = data21.padding;
              const _errs165 = errors;
              let valid13 = false;
              const _errs166 = errors;
              if (typeof data35 !== "string") {
                const err163 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/padding", schemaPath: "#/properties/registers/additionalProperties/properties/padding/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err163];
                } else {
                  vErrors.push(err163);
                }
                errors++;
              }
              if ("nul" !== data35) {
                const err164 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/padding", schemaPath: "#/properties/registers/additionalProperties/properties/padding/anyOf/0/const", keyword: "const", params: { allowedValue: "nul" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err164];
                } else {
                  vErrors.push(err164);
                }
                errors++;
              }
              var _valid8 = _errs166 === errors;
              valid13 = valid13 || _valid8;
              const _errs168 = errors;
              if (typeof data35 !== "string") {
                const err165 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/padding", schemaPath: "#/properties/registers/additionalProperties/properties/padding/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err165];
                } else {
                  vErrors.push(err165);
                }
                errors++;
              }
              if ("space" !== data35) {
                const err166 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/padding", schemaPath: "#/properties/registers/additionalProperties/properties/padding/anyOf/1/const", keyword: "const", params: { allowedValue: "space" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err166];
                } else {
                  vErrors.push(err166);
                }
                errors++;
              }
              var _valid8 = _errs168 === errors;
              valid13 = valid13 || _valid8;
              if (!valid13) {
                const err167 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/padding", schemaPath: "#/properties/registers/additionalProperties/properties/padding/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err167];
                } else {
                  vErrors.push(err167);
                }
                errors++;
              } else {
                errors = _errs165;
                if (vErrors !== null) {
                  if (_errs165) {
                    vErrors.length = _errs165;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.scale !== void 0) {
              let data36 = data21.scale;
              if (typeof data36 === "string") {
                if (func1(data36) < 1) {
                  const err168 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/scale", schemaPath: "#/properties/registers/additionalProperties/properties/scale/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err168];
                  } else {
                    vErrors.push(err168);
                  }
                  errors++;
                }
              } else {
                const err169 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/scale", schemaPath: "#/properties/registers/additionalProperties/properties/scale/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err169];
                } else {
                  vErrors.push(err169);
                }
                errors++;
              }
            }
            if (data21.offset !== void 0) {
              let data37 = data21.offset;
              if (typeof data37 === "string") {
                if (func1(data37) < 1) {
                  const err170 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/offset", schemaPath: "#/properties/registers/additionalProperties/properties/offset/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err170];
                  } else {
                    vErrors.push(err170);
                  }
                  errors++;
                }
              } else {
                const err171 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/offset", schemaPath: "#/properties/registers/additionalProperties/properties/offset/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err171];
                } else {
                  vErrors.push(err171);
                }
                errors++;
              }
            }
            if (data21.unit !== void 0) {
              let data38 = data21.unit;
              if (typeof data38 === "string") {
                if (func1(data38) > 32) {
                  const err172 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/unit", schemaPath: "#/properties/registers/additionalProperties/properties/unit/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" };
                  if (vErrors === null) {
                    vErrors = [err172];
                  } else {
                    vErrors.push(err172);
                  }
                  errors++;
                }
              } else {
                const err173 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/unit", schemaPath: "#/properties/registers/additionalProperties/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err173];
                } else {
                  vErrors.push(err173);
                }
                errors++;
              }
            }
            if (data21.values !== void 0) {
              let data39 = data21.values;
              if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                for (const key5 in data39) {
                  let data40 = data39[key5];
                  if (typeof data40 === "string") {
                    if (func1(data40) < 1) {
                      const err174 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/values/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/registers/additionalProperties/properties/values/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err174];
                      } else {
                        vErrors.push(err174);
                      }
                      errors++;
                    }
                  } else {
                    const err175 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/values/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/registers/additionalProperties/properties/values/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err175];
                    } else {
                      vErrors.push(err175);
                    }
                    errors++;
                  }
                }
              } else {
                const err176 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/values", schemaPath: "#/properties/registers/additionalProperties/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err176];
                } else {
                  vErrors.push(err176);
                }
                errors++;
              }
            }
            if (data21.not_available !== void 0) {
              let data41 = data21.not_available;
              if (Array.isArray(data41)) {
                const len0 = data41.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data42 = data41[i0];
                  if (typeof data42 === "string") {
                    if (func1(data42) < 1) {
                      const err177 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/not_available/" + i0, schemaPath: "#/properties/registers/additionalProperties/properties/not_available/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err177];
                      } else {
                        vErrors.push(err177);
                      }
                      errors++;
                    }
                  } else {
                    const err178 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/not_available/" + i0, schemaPath: "#/properties/registers/additionalProperties/properties/not_available/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err178];
                    } else {
                      vErrors.push(err178);
                    }
                    errors++;
                  }
                }
              } else {
                const err179 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/not_available", schemaPath: "#/properties/registers/additionalProperties/properties/not_available/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err179];
                } else {
                  vErrors.push(err179);
                }
                errors++;
              }
            }
            if (data21.access !== void 0) {
              let data43 = data21.access;
              const _errs186 = errors;
              let valid17 = false;
              const _errs187 = errors;
              if (typeof data43 !== "string") {
                const err180 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err180];
                } else {
                  vErrors.push(err180);
                }
                errors++;
              }
              if ("read" !== data43) {
                const err181 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/0/const", keyword: "const", params: { allowedValue: "read" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err181];
                } else {
                  vErrors.push(err181);
                }
                errors++;
              }
              var _valid9 = _errs187 === errors;
              valid17 = valid17 || _valid9;
              const _errs189 = errors;
              if (typeof data43 !== "string") {
                const err182 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
              if ("write" !== data43) {
                const err183 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/1/const", keyword: "const", params: { allowedValue: "write" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err183];
                } else {
                  vErrors.push(err183);
                }
                errors++;
              }
              var _valid9 = _errs189 === errors;
              valid17 = valid17 || _valid9;
              const _errs191 = errors;
              if (typeof data43 !== "string") {
                const err184 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err184];
                } else {
                  vErrors.push(err184);
                }
                errors++;
              }
              if ("read-write" !== data43) {
                const err185 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf/2/const", keyword: "const", params: { allowedValue: "read-write" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err185];
                } else {
                  vErrors.push(err185);
                }
                errors++;
              }
              var _valid9 = _errs191 === errors;
              valid17 = valid17 || _valid9;
              if (!valid17) {
                const err186 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/access", schemaPath: "#/properties/registers/additionalProperties/properties/access/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err186];
                } else {
                  vErrors.push(err186);
                }
                errors++;
              } else {
                errors = _errs186;
                if (vErrors !== null) {
                  if (_errs186) {
                    vErrors.length = _errs186;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.write !== void 0) {
              let data44 = data21.write;
              const _errs194 = errors;
              let valid18 = false;
              const _errs195 = errors;
              if (typeof data44 !== "string") {
                const err187 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err187];
                } else {
                  vErrors.push(err187);
                }
                errors++;
              }
              if ("auto" !== data44) {
                const err188 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/0/const", keyword: "const", params: { allowedValue: "auto" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err188];
                } else {
                  vErrors.push(err188);
                }
                errors++;
              }
              var _valid10 = _errs195 === errors;
              valid18 = valid18 || _valid10;
              const _errs197 = errors;
              if (typeof data44 !== "string") {
                const err189 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err189];
                } else {
                  vErrors.push(err189);
                }
                errors++;
              }
              if ("single" !== data44) {
                const err190 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/1/const", keyword: "const", params: { allowedValue: "single" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err190];
                } else {
                  vErrors.push(err190);
                }
                errors++;
              }
              var _valid10 = _errs197 === errors;
              valid18 = valid18 || _valid10;
              const _errs199 = errors;
              if (typeof data44 !== "string") {
                const err191 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err191];
                } else {
                  vErrors.push(err191);
                }
                errors++;
              }
              if ("multiple" !== data44) {
                const err192 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/2/const", keyword: "const", params: { allowedValue: "multiple" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err192];
                } else {
                  vErrors.push(err192);
                }
                errors++;
              }
              var _valid10 = _errs199 === errors;
              valid18 = valid18 || _valid10;
              const _errs201 = errors;
              if (typeof data44 !== "string") {
                const err193 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err193];
                } else {
                  vErrors.push(err193);
                }
                errors++;
              }
              if ("mask" !== data44) {
                const err194 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf/3/const", keyword: "const", params: { allowedValue: "mask" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err194];
                } else {
                  vErrors.push(err194);
                }
                errors++;
              }
              var _valid10 = _errs201 === errors;
              valid18 = valid18 || _valid10;
              if (!valid18) {
                const err195 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/write", schemaPath: "#/properties/registers/additionalProperties/properties/write/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err195];
                } else {
                  vErrors.push(err195);
                }
                errors++;
              } else {
                errors = _errs194;
                if (vErrors !== null) {
                  if (_errs194) {
                    vErrors.length = _errs194;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data21.min !== void 0) {
              let data45 = data21.min;
              if (typeof data45 === "string") {
                if (func1(data45) < 1) {
                  const err196 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/properties/registers/additionalProperties/properties/min/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err196];
                  } else {
                    vErrors.push(err196);
                  }
                  errors++;
                }
              } else {
                const err197 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/min", schemaPath: "#/properties/registers/additionalProperties/properties/min/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
            }
            if (data21.max !== void 0) {
              let data46 = data21.max;
              if (typeof data46 === "string") {
                if (func1(data46) < 1) {
                  const err198 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/properties/registers/additionalProperties/properties/max/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err198];
                  } else {
                    vErrors.push(err198);
                  }
                  errors++;
                }
              } else {
                const err199 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/max", schemaPath: "#/properties/registers/additionalProperties/properties/max/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err199];
                } else {
                  vErrors.push(err199);
                }
                errors++;
              }
            }
            if (data21.max_step !== void 0) {
              let data47 = data21.max_step;
              if (typeof data47 === "string") {
                if (func1(data47) < 1) {
                  const err200 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/max_step", schemaPath: "#/properties/registers/additionalProperties/properties/max_step/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err200];
                  } else {
                    vErrors.push(err200);
                  }
                  errors++;
                }
              } else {
                const err201 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/max_step", schemaPath: "#/properties/registers/additionalProperties/properties/max_step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err201];
                } else {
                  vErrors.push(err201);
                }
                errors++;
              }
            }
            if (data21.tolerance !== void 0) {
              let data48 = data21.tolerance;
              if (typeof data48 === "string") {
                if (func1(data48) < 1) {
                  const err202 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerance", schemaPath: "#/properties/registers/additionalProperties/properties/tolerance/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err202];
                  } else {
                    vErrors.push(err202);
                  }
                  errors++;
                }
              } else {
                const err203 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/tolerance", schemaPath: "#/properties/registers/additionalProperties/properties/tolerance/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err203];
                } else {
                  vErrors.push(err203);
                }
                errors++;
              }
            }
            if (data21.settle_seconds !== void 0) {
              let data49 = data21.settle_seconds;
              if (typeof data49 == "number" && isFinite(data49)) {
                if (data49 > 3600 || isNaN(data49)) {
                  const err204 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/settle_seconds", schemaPath: "#/properties/registers/additionalProperties/properties/settle_seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
                  if (vErrors === null) {
                    vErrors = [err204];
                  } else {
                    vErrors.push(err204);
                  }
                  errors++;
                }
                if (data49 < 0 || isNaN(data49)) {
                  const err205 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/settle_seconds", schemaPath: "#/properties/registers/additionalProperties/properties/settle_seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err205];
                  } else {
                    vErrors.push(err205);
                  }
                  errors++;
                }
              } else {
                const err206 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/settle_seconds", schemaPath: "#/properties/registers/additionalProperties/properties/settle_seconds/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err206];
                } else {
                  vErrors.push(err206);
                }
                errors++;
              }
            }
            if (data21.wear !== void 0) {
              let data50 = data21.wear;
              if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
                for (const key6 in data50) {
                  if (!(key6 === "memory" || key6 === "cycles")) {
                    const err207 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear", schemaPath: "#/properties/registers/additionalProperties/properties/wear/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err207];
                    } else {
                      vErrors.push(err207);
                    }
                    errors++;
                  }
                }
                if (data50.memory !== void 0) {
                  let data51 = data50.memory;
                  const _errs217 = errors;
                  let valid20 = false;
                  const _errs218 = errors;
                  if (typeof data51 !== "string") {
                    const err208 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/memory", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/memory/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err208];
                    } else {
                      vErrors.push(err208);
                    }
                    errors++;
                  }
                  if ("eeprom" !== data51) {
                    const err209 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/memory", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/memory/anyOf/0/const", keyword: "const", params: { allowedValue: "eeprom" }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err209];
                    } else {
                      vErrors.push(err209);
                    }
                    errors++;
                  }
                  var _valid11 = _errs218 === errors;
                  valid20 = valid20 || _valid11;
                  const _errs220 = errors;
                  if (typeof data51 !== "string") {
                    const err210 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/memory", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/memory/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err210];
                    } else {
                      vErrors.push(err210);
                    }
                    errors++;
                  }
                  if ("flash" !== data51) {
                    const err211 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/memory", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/memory/anyOf/1/const", keyword: "const", params: { allowedValue: "flash" }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err211];
                    } else {
                      vErrors.push(err211);
                    }
                    errors++;
                  }
                  var _valid11 = _errs220 === errors;
                  valid20 = valid20 || _valid11;
                  if (!valid20) {
                    const err212 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/memory", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/memory/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    if (vErrors === null) {
                      vErrors = [err212];
                    } else {
                      vErrors.push(err212);
                    }
                    errors++;
                  } else {
                    errors = _errs217;
                    if (vErrors !== null) {
                      if (_errs217) {
                        vErrors.length = _errs217;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                }
                if (data50.cycles !== void 0) {
                  let data52 = data50.cycles;
                  if (!(typeof data52 == "number" && (!(data52 % 1) && !isNaN(data52)) && isFinite(data52))) {
                    const err213 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/cycles", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/cycles/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err213];
                    } else {
                      vErrors.push(err213);
                    }
                    errors++;
                  }
                  if (typeof data52 == "number" && isFinite(data52)) {
                    if (data52 < 1 || isNaN(data52)) {
                      const err214 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear/cycles", schemaPath: "#/properties/registers/additionalProperties/properties/wear/properties/cycles/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err214];
                      } else {
                        vErrors.push(err214);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err215 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/wear", schemaPath: "#/properties/registers/additionalProperties/properties/wear/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err215];
                } else {
                  vErrors.push(err215);
                }
                errors++;
              }
            }
            if (data21.sensitive !== void 0) {
              if (typeof data21.sensitive !== "boolean") {
                const err216 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/sensitive", schemaPath: "#/properties/registers/additionalProperties/properties/sensitive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err216];
                } else {
                  vErrors.push(err216);
                }
                errors++;
              }
            }
          } else {
            const err217 = { instancePath: instancePath + "/registers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/registers/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err217];
            } else {
              vErrors.push(err217);
            }
            errors++;
          }
        }
      } else {
        const err218 = { instancePath: instancePath + "/registers", schemaPath: "#/properties/registers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err218];
        } else {
          vErrors.push(err218);
        }
        errors++;
      }
    }
    if (data.holes !== void 0) {
      let data54 = data.holes;
      if (Array.isArray(data54)) {
        const len1 = data54.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data55 = data54[i1];
          if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
            for (const key7 in data55) {
              if (!(key7 === "table" || key7 === "address" || key7 === "ref" || key7 === "base" || key7 === "count")) {
                const err219 = { instancePath: instancePath + "/holes/" + i1, schemaPath: "#/properties/holes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err219];
                } else {
                  vErrors.push(err219);
                }
                errors++;
              }
            }
            if (data55.table !== void 0) {
              let data56 = data55.table;
              const _errs232 = errors;
              let valid24 = false;
              const _errs233 = errors;
              if (typeof data56 !== "string") {
                const err220 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err220];
                } else {
                  vErrors.push(err220);
                }
                errors++;
              }
              if ("coil" !== data56) {
                const err221 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/0/const", keyword: "const", params: { allowedValue: "coil" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err221];
                } else {
                  vErrors.push(err221);
                }
                errors++;
              }
              var _valid12 = _errs233 === errors;
              valid24 = valid24 || _valid12;
              const _errs235 = errors;
              if (typeof data56 !== "string") {
                const err222 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err222];
                } else {
                  vErrors.push(err222);
                }
                errors++;
              }
              if ("discrete" !== data56) {
                const err223 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/1/const", keyword: "const", params: { allowedValue: "discrete" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err223];
                } else {
                  vErrors.push(err223);
                }
                errors++;
              }
              var _valid12 = _errs235 === errors;
              valid24 = valid24 || _valid12;
              const _errs237 = errors;
              if (typeof data56 !== "string") {
                const err224 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/2/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err224];
                } else {
                  vErrors.push(err224);
                }
                errors++;
              }
              if ("input" !== data56) {
                const err225 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/2/const", keyword: "const", params: { allowedValue: "input" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err225];
                } else {
                  vErrors.push(err225);
                }
                errors++;
              }
              var _valid12 = _errs237 === errors;
              valid24 = valid24 || _valid12;
              const _errs239 = errors;
              if (typeof data56 !== "string") {
                const err226 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/3/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err226];
                } else {
                  vErrors.push(err226);
                }
                errors++;
              }
              if ("holding" !== data56) {
                const err227 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf/3/const", keyword: "const", params: { allowedValue: "holding" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err227];
                } else {
                  vErrors.push(err227);
                }
                errors++;
              }
              var _valid12 = _errs239 === errors;
              valid24 = valid24 || _valid12;
              if (!valid24) {
                const err228 = { instancePath: instancePath + "/holes/" + i1 + "/table", schemaPath: "#/properties/holes/items/properties/table/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err228];
                } else {
                  vErrors.push(err228);
                }
                errors++;
              } else {
                errors = _errs232;
                if (vErrors !== null) {
                  if (_errs232) {
                    vErrors.length = _errs232;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data55.address !== void 0) {
              let data57 = data55.address;
              if (typeof data57 === "string") {
                if (func1(data57) < 1) {
                  const err229 = { instancePath: instancePath + "/holes/" + i1 + "/address", schemaPath: "#/properties/holes/items/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err229];
                  } else {
                    vErrors.push(err229);
                  }
                  errors++;
                }
              } else {
                const err230 = { instancePath: instancePath + "/holes/" + i1 + "/address", schemaPath: "#/properties/holes/items/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err230];
                } else {
                  vErrors.push(err230);
                }
                errors++;
              }
            }
            if (data55.ref !== void 0) {
              let data58 = data55.ref;
              if (typeof data58 === "string") {
                if (func1(data58) < 1) {
                  const err231 = { instancePath: instancePath + "/holes/" + i1 + "/ref", schemaPath: "#/properties/holes/items/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err231];
                  } else {
                    vErrors.push(err231);
                  }
                  errors++;
                }
              } else {
                const err232 = { instancePath: instancePath + "/holes/" + i1 + "/ref", schemaPath: "#/properties/holes/items/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err232];
                } else {
                  vErrors.push(err232);
                }
                errors++;
              }
            }
            if (data55.base !== void 0) {
              let data59 = data55.base;
              const _errs246 = errors;
              let valid25 = false;
              const _errs247 = errors;
              if (!(typeof data59 == "number" && isFinite(data59))) {
                const err233 = { instancePath: instancePath + "/holes/" + i1 + "/base", schemaPath: "#/properties/holes/items/properties/base/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err233];
                } else {
                  vErrors.push(err233);
                }
                errors++;
              }
              if (0 !== data59) {
                const err234 = { instancePath: instancePath + "/holes/" + i1 + "/base", schemaPath: "#/properties/holes/items/properties/base/anyOf/0/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err234];
                } else {
                  vErrors.push(err234);
                }
                errors++;
              }
              var _valid13 = _errs247 === errors;
              valid25 = valid25 || _valid13;
              const _errs249 = errors;
              if (!(typeof data59 == "number" && isFinite(data59))) {
                const err235 = { instancePath: instancePath + "/holes/" + i1 + "/base", schemaPath: "#/properties/holes/items/properties/base/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err235];
                } else {
                  vErrors.push(err235);
                }
                errors++;
              }
              if (1 !== data59) {
                const err236 = { instancePath: instancePath + "/holes/" + i1 + "/base", schemaPath: "#/properties/holes/items/properties/base/anyOf/1/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err236];
                } else {
                  vErrors.push(err236);
                }
                errors++;
              }
              var _valid13 = _errs249 === errors;
              valid25 = valid25 || _valid13;
              if (!valid25) {
                const err237 = { instancePath: instancePath + "/holes/" + i1 + "/base", schemaPath: "#/properties/holes/items/properties/base/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                if (vErrors === null) {
                  vErrors = [err237];
                } else {
                  vErrors.push(err237);
                }
                errors++;
              } else {
                errors = _errs246;
                if (vErrors !== null) {
                  if (_errs246) {
                    vErrors.length = _errs246;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data55.count !== void 0) {
              let data60 = data55.count;
              if (!(typeof data60 == "number" && (!(data60 % 1) && !isNaN(data60)) && isFinite(data60))) {
                const err238 = { instancePath: instancePath + "/holes/" + i1 + "/count", schemaPath: "#/properties/holes/items/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err238];
                } else {
                  vErrors.push(err238);
                }
                errors++;
              }
              if (typeof data60 == "number" && isFinite(data60)) {
                if (data60 > 65536 || isNaN(data60)) {
                  const err239 = { instancePath: instancePath + "/holes/" + i1 + "/count", schemaPath: "#/properties/holes/items/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, message: "must be <= 65536" };
                  if (vErrors === null) {
                    vErrors = [err239];
                  } else {
                    vErrors.push(err239);
                  }
                  errors++;
                }
                if (data60 < 1 || isNaN(data60)) {
                  const err240 = { instancePath: instancePath + "/holes/" + i1 + "/count", schemaPath: "#/properties/holes/items/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err240];
                  } else {
                    vErrors.push(err240);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err241 = { instancePath: instancePath + "/holes/" + i1, schemaPath: "#/properties/holes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err241];
            } else {
              vErrors.push(err241);
            }
            errors++;
          }
        }
      } else {
        const err242 = { instancePath: instancePath + "/holes", schemaPath: "#/properties/holes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err242];
        } else {
          vErrors.push(err242);
        }
        errors++;
      }
    }
    if (data.persist !== void 0) {
      let data61 = data.persist;
      if (data61 && typeof data61 == "object" && !Array.isArray(data61)) {
        if (data61.write === void 0) {
          const err243 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/required", keyword: "required", params: { missingProperty: "write" }, message: "must have required property 'write'" };
          if (vErrors === null) {
            vErrors = [err243];
          } else {
            vErrors.push(err243);
          }
          errors++;
        }
        for (const key8 in data61) {
          if (!(key8 === "write" || key8 === "when" || key8 === "pending")) {
            const err244 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err244];
            } else {
              vErrors.push(err244);
            }
            errors++;
          }
        }
        if (data61.write !== void 0) {
          let data62 = data61.write;
          if (typeof data62 === "string") {
            if (func1(data62) < 1) {
              const err245 = { instancePath: instancePath + "/persist/write", schemaPath: "#/properties/persist/properties/write/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err245];
              } else {
                vErrors.push(err245);
              }
              errors++;
            }
          } else {
            const err246 = { instancePath: instancePath + "/persist/write", schemaPath: "#/properties/persist/properties/write/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err246];
            } else {
              vErrors.push(err246);
            }
            errors++;
          }
        }
        if (data61.when !== void 0) {
          let data63 = data61.when;
          const _errs259 = errors;
          let valid27 = false;
          const _errs260 = errors;
          if (typeof data63 !== "string") {
            const err247 = { instancePath: instancePath + "/persist/when", schemaPath: "#/properties/persist/properties/when/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err247];
            } else {
              vErrors.push(err247);
            }
            errors++;
          }
          if ("changed" !== data63) {
            const err248 = { instancePath: instancePath + "/persist/when", schemaPath: "#/properties/persist/properties/when/anyOf/0/const", keyword: "const", params: { allowedValue: "changed" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err248];
            } else {
              vErrors.push(err248);
            }
            errors++;
          }
          var _valid14 = _errs260 === errors;
          valid27 = valid27 || _valid14;
          if (!valid27) {
            const err249 = { instancePath: instancePath + "/persist/when", schemaPath: "#/properties/persist/properties/when/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err249];
            } else {
              vErrors.push(err249);
            }
            errors++;
          } else {
            errors = _errs259;
            if (vErrors !== null) {
              if (_errs259) {
                vErrors.length = _errs259;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data61.pending !== void 0) {
          let data64 = data61.pending;
          if (typeof data64 === "string") {
            if (func1(data64) < 1) {
              const err250 = { instancePath: instancePath + "/persist/pending", schemaPath: "#/properties/persist/properties/pending/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err250];
              } else {
                vErrors.push(err250);
              }
              errors++;
            }
          } else {
            const err251 = { instancePath: instancePath + "/persist/pending", schemaPath: "#/properties/persist/properties/pending/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err251];
            } else {
              vErrors.push(err251);
            }
            errors++;
          }
        }
      } else {
        const err252 = { instancePath: instancePath + "/persist", schemaPath: "#/properties/persist/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err252];
        } else {
          vErrors.push(err252);
        }
        errors++;
      }
    }
  } else {
    const err253 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err253];
    } else {
      vErrors.push(err253);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validators = {
  "resource:authorized_keys": validator0,
  "resource:block": validator1,
  "resource:command": validator2,
  "resource:directory": validator3,
  "resource:file": validator4,
  "resource:ini": validator5,
  "resource:json": validator6,
  "resource:line": validator7,
  "resource:link": validator8,
  "resource:group": validator9,
  "resource:package": validator10,
  "resource:replace": validator11,
  "resource:service": validator12,
  "resource:sudoers": validator13,
  "resource:user": validator14,
  "resource:yaml": validator15,
  "resource:register": validator16,
  "resource:coil": validator17,
  "resource:schema": validator18,
  "resource:database": validator19,
  "resource:role": validator20,
  "resource:grant": validator21,
  "resource:extension": validator22,
  "resource:query": validator23,
  "driver:local": validator24,
  "driver:ssh": validator25,
  "driver:openssh": validator26,
  "driver:exec": validator27,
  "driver:modbus": validator28,
  "driver:postgres": validator29,
  "driver:mysql": validator30,
  "driver:mariadb": validator31,
  "file:modbus.profile": validator32
};
export {
  validators
};
