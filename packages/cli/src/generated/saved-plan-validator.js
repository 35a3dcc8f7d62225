// Made by `npm run gen` from the property schemas.

// <stdin>
var validator0 = validate20;
var schema31 = { "type": "object", "properties": { "format": { "const": "setpoint saved plan" }, "version": { "type": "string", "pattern": "^1\\.\\d{1,9}$" }, "createdAt": { "type": "string", "description": "When it was made, ISO 8601 in UTC." }, "program": { "type": "string", "description": "Version of the program that made it." }, "origin": { "oneOf": [{ "type": "object", "properties": { "kind": { "const": "playbooks" }, "playbooks": { "type": "array", "items": { "type": "string" } }, "inventory": { "type": "string" }, "limit": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } }, "vars": { "type": "array", "items": { "oneOf": [{ "type": "object", "properties": { "kind": { "const": "given" }, "argument": { "type": "string" } }, "required": ["kind", "argument"] }, { "type": "object", "properties": { "kind": { "const": "withheld" }, "name": { "type": "string" }, "keyed": { "type": "string" } }, "required": ["kind", "name", "keyed"] }] } } }, "required": ["kind", "playbooks", "vars"] }, { "type": "object", "properties": { "kind": { "const": "rollback" }, "run": { "type": "string", "pattern": "^[0-9A-Za-z-]{1,64}$" }, "limit": { "type": "string" }, "inventory": { "type": "string" } }, "required": ["kind", "run"] }] }, "inputs": { "type": "array", "items": { "type": "object", "properties": { "kind": { "enum": ["file", "program"] }, "name": { "type": "string" }, "sha256": { "type": "string" }, "keyed": { "type": "string" } }, "required": ["kind", "name"] } }, "keyId": { "type": "string", "description": "Identifies the key that digests of secrets are made with." }, "nodes": { "type": "array", "items": { "type": "object", "properties": { "node": { "type": "string" }, "marks": { "type": "object", "additionalProperties": { "type": "string" } } }, "required": ["node", "marks"] } }, "plan": { "type": "object", "properties": { "formatVersion": { "const": 1 }, "limits": { "type": "array", "items": { "type": "string" } }, "plays": { "type": "array", "items": { "$ref": "#/$defs/play" } }, "totals": { "$ref": "#/$defs/totals" }, "violations": { "type": "array", "items": { "$ref": "#/$defs/diagnostic" } }, "allowed": { "type": "array", "items": { "type": "string" } } }, "required": ["formatVersion", "limits", "plays", "totals"] } }, "required": ["format", "version", "createdAt", "program", "origin", "inputs", "nodes", "plan"], "$defs": { "play": { "type": "object", "properties": { "name": { "type": "string" }, "nodes": { "type": "array", "items": { "$ref": "#/$defs/node" } }, "rollout": { "$ref": "#/$defs/rollout" } }, "required": ["name", "nodes"] }, "rollout": { "type": "object", "properties": { "canary": { "type": "integer", "minimum": 0 }, "batch": { "type": ["integer", "string"] }, "maxFailed": { "type": "integer", "minimum": 0 } }, "required": [] }, "node": { "type": "object", "properties": { "node": { "type": "string" }, "status": { "enum": ["planned", "incomplete", "failed"] }, "changes": { "type": "array", "items": { "$ref": "#/$defs/change" } }, "diagnostics": { "type": "array", "items": { "$ref": "#/$defs/diagnostic" } } }, "required": ["node", "status", "changes", "diagnostics"] }, "change": { "type": "object", "properties": { "address": { "type": "string" }, "action": { "enum": ["create", "update", "replace", "delete", "run", "none", "unknown"] }, "edits": { "type": "array", "items": { "$ref": "#/$defs/edit" } }, "operations": { "type": "array", "items": { "$ref": "#/$defs/operation" } }, "reasons": { "type": "array", "items": { "type": "string" } }, "unknowns": { "type": "array", "items": { "$ref": "#/$defs/cause" } }, "source": { "$ref": "#/$defs/span" }, "dependsOn": { "type": "array", "items": { "type": "string" } }, "paths": { "type": "array", "items": { "type": "string" } }, "confirmWithinMs": { "type": "integer", "minimum": 0 } }, "required": ["address", "action", "edits", "operations", "reasons", "unknowns"] }, "edit": { "type": "object", "properties": { "path": { "type": "string" }, "before": { "$ref": "#/$defs/value" }, "after": { "$ref": "#/$defs/value" }, "hunks": { "type": "array", "items": { "$ref": "#/$defs/hunk" } }, "sensitive": { "const": true }, "act": { "const": true }, "replaces": { "const": true }, "movedBy": { "enum": ["code", "node", "both", "never-applied", "untold"] } }, "required": ["path", "before", "after"] }, "value": { "oneOf": [{ "type": "object", "properties": { "kind": { "const": "absent" } }, "required": ["kind"] }, { "type": "object", "properties": { "kind": { "const": "value" }, "value": {} }, "required": ["kind", "value"] }, { "type": "object", "properties": { "kind": { "const": "content" }, "sizeBytes": { "type": "integer", "minimum": 0 }, "sha256": { "type": "string" } }, "required": ["kind", "sizeBytes", "sha256"] }, { "type": "object", "properties": { "kind": { "const": "unknown" }, "cause": { "$ref": "#/$defs/cause" } }, "required": ["kind", "cause"] }, { "type": "object", "properties": { "kind": { "const": "sensitive" }, "digest": { "type": "string" } }, "required": ["kind", "digest"] }] }, "cause": { "oneOf": [{ "type": "object", "properties": { "kind": { "const": "after" }, "address": { "type": "string" } }, "required": ["kind", "address"] }, { "type": "object", "properties": { "kind": { "enum": ["denied", "unavailable", "withheld"] }, "what": { "type": "string" } }, "required": ["kind", "what"] }] }, "hunk": { "type": "object", "properties": { "oldStart": { "type": "integer", "minimum": 0 }, "oldLines": { "type": "integer", "minimum": 0 }, "newStart": { "type": "integer", "minimum": 0 }, "newLines": { "type": "integer", "minimum": 0 }, "lines": { "type": "array", "items": { "type": "string" } } }, "required": ["oldStart", "oldLines", "newStart", "newLines", "lines"] }, "operation": { "type": "object", "properties": { "title": { "type": "string" }, "action": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } }, "timeoutMs": { "type": "number", "minimum": 0 }, "hazards": { "type": "array", "items": { "type": "object", "properties": { "kind": { "enum": ["data-loss", "service-interruption", "blocking", "connectivity", "privilege", "wear", "unrepeatable"] }, "message": { "type": "string" } }, "required": ["kind", "message"] } }, "repeatable": { "type": "boolean" } }, "required": ["title", "action", "timeoutMs", "hazards", "repeatable"] }, "diagnostic": { "type": "object", "properties": { "code": { "type": "string" }, "severity": { "enum": ["error", "warning"] }, "detail": { "type": "string" }, "hint": { "type": "string" }, "span": { "$ref": "#/$defs/span" }, "related": { "type": "array", "items": { "type": "object", "properties": { "span": { "$ref": "#/$defs/span" }, "label": { "type": "string" } }, "required": ["span", "label"] } }, "node": { "type": "string" }, "address": { "type": "string" } }, "required": ["code", "severity", "detail"] }, "span": { "type": "object", "properties": { "file": { "type": "string" }, "start": { "$ref": "#/$defs/position" }, "end": { "$ref": "#/$defs/position" } }, "required": ["file", "start", "end"] }, "position": { "type": "object", "properties": { "line": { "type": "integer", "minimum": 0 }, "column": { "type": "integer", "minimum": 0 }, "offset": { "type": "integer", "minimum": 0 } }, "required": ["line", "column", "offset"] }, "totals": { "type": "object", "properties": { "nodes": { "type": "integer", "minimum": 0 }, "failedNodes": { "type": "integer", "minimum": 0 }, "resources": { "type": "integer", "minimum": 0 }, "actions": { "type": "object", "properties": { "create": { "type": "integer", "minimum": 0 }, "update": { "type": "integer", "minimum": 0 }, "replace": { "type": "integer", "minimum": 0 }, "delete": { "type": "integer", "minimum": 0 }, "run": { "type": "integer", "minimum": 0 }, "none": { "type": "integer", "minimum": 0 }, "unknown": { "type": "integer", "minimum": 0 } }, "required": ["create", "update", "replace", "delete", "run", "none", "unknown"] }, "operations": { "type": "integer", "minimum": 0 }, "hazards": { "type": "object", "properties": { "data-loss": { "type": "integer", "minimum": 0 }, "service-interruption": { "type": "integer", "minimum": 0 }, "blocking": { "type": "integer", "minimum": 0 }, "connectivity": { "type": "integer", "minimum": 0 }, "privilege": { "type": "integer", "minimum": 0 }, "wear": { "type": "integer", "minimum": 0 }, "unrepeatable": { "type": "integer", "minimum": 0 } }, "required": [] } }, "required": ["nodes", "failedNodes", "resources", "actions", "operations", "hazards"] } } };
var pattern4 = new RegExp("^1\\.\\d{1,9}$", "u");
var pattern5 = new RegExp("^[0-9A-Za-z-]{1,64}$", "u");
var schema45 = { "type": "object", "properties": { "canary": { "type": "integer", "minimum": 0 }, "batch": { "type": ["integer", "string"] }, "maxFailed": { "type": "integer", "minimum": 0 } }, "required": [] };
var schema33 = { "type": "object", "properties": { "node": { "type": "string" }, "status": { "enum": ["planned", "incomplete", "failed"] }, "changes": { "type": "array", "items": { "$ref": "#/$defs/change" } }, "diagnostics": { "type": "array", "items": { "$ref": "#/$defs/diagnostic" } } }, "required": ["node", "status", "changes", "diagnostics"] };
var schema34 = { "type": "object", "properties": { "address": { "type": "string" }, "action": { "enum": ["create", "update", "replace", "delete", "run", "none", "unknown"] }, "edits": { "type": "array", "items": { "$ref": "#/$defs/edit" } }, "operations": { "type": "array", "items": { "$ref": "#/$defs/operation" } }, "reasons": { "type": "array", "items": { "type": "string" } }, "unknowns": { "type": "array", "items": { "$ref": "#/$defs/cause" } }, "source": { "$ref": "#/$defs/span" }, "dependsOn": { "type": "array", "items": { "type": "string" } }, "paths": { "type": "array", "items": { "type": "string" } }, "confirmWithinMs": { "type": "integer", "minimum": 0 } }, "required": ["address", "action", "edits", "operations", "reasons", "unknowns"] };
var schema39 = { "type": "object", "properties": { "title": { "type": "string" }, "action": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } }, "timeoutMs": { "type": "number", "minimum": 0 }, "hazards": { "type": "array", "items": { "type": "object", "properties": { "kind": { "enum": ["data-loss", "service-interruption", "blocking", "connectivity", "privilege", "wear", "unrepeatable"] }, "message": { "type": "string" } }, "required": ["kind", "message"] } }, "repeatable": { "type": "boolean" } }, "required": ["title", "action", "timeoutMs", "hazards", "repeatable"] };
var schema37 = { "oneOf": [{ "type": "object", "properties": { "kind": { "const": "after" }, "address": { "type": "string" } }, "required": ["kind", "address"] }, { "type": "object", "properties": { "kind": { "enum": ["denied", "unavailable", "withheld"] }, "what": { "type": "string" } }, "required": ["kind", "what"] }] };
var schema35 = { "type": "object", "properties": { "path": { "type": "string" }, "before": { "$ref": "#/$defs/value" }, "after": { "$ref": "#/$defs/value" }, "hunks": { "type": "array", "items": { "$ref": "#/$defs/hunk" } }, "sensitive": { "const": true }, "act": { "const": true }, "replaces": { "const": true }, "movedBy": { "enum": ["code", "node", "both", "never-applied", "untold"] } }, "required": ["path", "before", "after"] };
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
  const _errs0 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      if ("absent" !== data.kind) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "absent" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
    var props0 = {};
    props0.kind = true;
  }
  const _errs4 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err3 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.value === void 0) {
      const err4 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "value" }, message: "must have required property 'value'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      if ("value" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "value" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  var _valid0 = _errs4 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
      if (props0 !== true) {
        props0 = props0 || {};
        props0.kind = true;
        props0.value = true;
      }
    }
    const _errs7 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.kind === void 0) {
        const err7 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data.sizeBytes === void 0) {
        const err8 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "sizeBytes" }, message: "must have required property 'sizeBytes'" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data.sha256 === void 0) {
        const err9 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data.kind !== void 0) {
        if ("content" !== data.kind) {
          const err10 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/2/properties/kind/const", keyword: "const", params: { allowedValue: "content" }, message: "must be equal to constant" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      if (data.sizeBytes !== void 0) {
        let data3 = data.sizeBytes;
        if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
          const err11 = { instancePath: instancePath + "/sizeBytes", schemaPath: "#/oneOf/2/properties/sizeBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (typeof data3 == "number" && isFinite(data3)) {
          if (data3 < 0 || isNaN(data3)) {
            const err12 = { instancePath: instancePath + "/sizeBytes", schemaPath: "#/oneOf/2/properties/sizeBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      }
      if (data.sha256 !== void 0) {
        if (typeof data.sha256 !== "string") {
          const err13 = { instancePath: instancePath + "/sha256", schemaPath: "#/oneOf/2/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    } else {
      const err14 = { instancePath, schemaPath: "#/oneOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    var _valid0 = _errs7 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.sizeBytes = true;
          props0.sha256 = true;
        }
      }
      const _errs14 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.kind === void 0) {
          const err15 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data.cause === void 0) {
          const err16 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "cause" }, message: "must have required property 'cause'" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data.kind !== void 0) {
          if ("unknown" !== data.kind) {
            const err17 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/3/properties/kind/const", keyword: "const", params: { allowedValue: "unknown" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.cause !== void 0) {
          let data6 = data.cause;
          const _errs19 = errors;
          let valid6 = false;
          let passing1 = null;
          const _errs20 = errors;
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.kind === void 0) {
              const err18 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data6.address === void 0) {
              const err19 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/0/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data6.kind !== void 0) {
              if ("after" !== data6.kind) {
                const err20 = { instancePath: instancePath + "/cause/kind", schemaPath: "#/$defs/cause/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "after" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data6.address !== void 0) {
              if (typeof data6.address !== "string") {
                const err21 = { instancePath: instancePath + "/cause/address", schemaPath: "#/$defs/cause/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          var _valid1 = _errs20 === errors;
          if (_valid1) {
            valid6 = true;
            passing1 = 0;
            var props1 = {};
            props1.kind = true;
            props1.address = true;
          }
          const _errs25 = errors;
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.kind === void 0) {
              const err23 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data6.what === void 0) {
              const err24 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/1/required", keyword: "required", params: { missingProperty: "what" }, message: "must have required property 'what'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data6.kind !== void 0) {
              let data9 = data6.kind;
              if (!(data9 === "denied" || data9 === "unavailable" || data9 === "withheld")) {
                const err25 = { instancePath: instancePath + "/cause/kind", schemaPath: "#/$defs/cause/oneOf/1/properties/kind/enum", keyword: "enum", params: { allowedValues: schema37.oneOf[1].properties.kind.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data6.what !== void 0) {
              if (typeof data6.what !== "string") {
                const err26 = { instancePath: instancePath + "/cause/what", schemaPath: "#/$defs/cause/oneOf/1/properties/what/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
          } else {
            const err27 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          var _valid1 = _errs25 === errors;
          if (_valid1 && valid6) {
            valid6 = false;
            passing1 = [passing1, 1];
          } else {
            if (_valid1) {
              valid6 = true;
              passing1 = 1;
              if (props1 !== true) {
                props1 = props1 || {};
                props1.kind = true;
                props1.what = true;
              }
            }
          }
          if (!valid6) {
            const err28 = { instancePath: instancePath + "/cause", schemaPath: "#/$defs/cause/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
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
      } else {
        const err29 = { instancePath, schemaPath: "#/oneOf/3/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
          if (props0 !== true) {
            props0 = props0 || {};
            props0.kind = true;
            props0.cause = true;
          }
        }
        const _errs30 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err30 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          if (data.digest === void 0) {
            const err31 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          if (data.kind !== void 0) {
            if ("sensitive" !== data.kind) {
              const err32 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/4/properties/kind/const", keyword: "const", params: { allowedValue: "sensitive" }, message: "must be equal to constant" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          }
          if (data.digest !== void 0) {
            if (typeof data.digest !== "string") {
              const err33 = { instancePath: instancePath + "/digest", schemaPath: "#/oneOf/4/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          }
        } else {
          const err34 = { instancePath, schemaPath: "#/oneOf/4/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        var _valid0 = _errs30 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
            if (props0 !== true) {
              props0 = props0 || {};
              props0.kind = true;
              props0.digest = true;
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err35 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    if (vErrors === null) {
      vErrors = [err35];
    } else {
      vErrors.push(err35);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate25.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate25.evaluated = { "dynamicProps": true, "dynamicItems": false };
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
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.before === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "before" }, message: "must have required property 'before'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.after === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "after" }, message: "must have required property 'after'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.path !== void 0) {
      if (typeof data.path !== "string") {
        const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.before !== void 0) {
      if (!validate25(data.before, { instancePath: instancePath + "/before", parentData: data, parentDataProperty: "before", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.after !== void 0) {
      if (!validate25(data.after, { instancePath: instancePath + "/after", parentData: data, parentDataProperty: "after", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.hunks !== void 0) {
      let data3 = data.hunks;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.oldStart === void 0) {
              const err4 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/required", keyword: "required", params: { missingProperty: "oldStart" }, message: "must have required property 'oldStart'" };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data4.oldLines === void 0) {
              const err5 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/required", keyword: "required", params: { missingProperty: "oldLines" }, message: "must have required property 'oldLines'" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (data4.newStart === void 0) {
              const err6 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/required", keyword: "required", params: { missingProperty: "newStart" }, message: "must have required property 'newStart'" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data4.newLines === void 0) {
              const err7 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/required", keyword: "required", params: { missingProperty: "newLines" }, message: "must have required property 'newLines'" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data4.lines === void 0) {
              const err8 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/required", keyword: "required", params: { missingProperty: "lines" }, message: "must have required property 'lines'" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data4.oldStart !== void 0) {
              let data5 = data4.oldStart;
              if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                const err9 = { instancePath: instancePath + "/hunks/" + i0 + "/oldStart", schemaPath: "#/$defs/hunk/properties/oldStart/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
              if (typeof data5 == "number" && isFinite(data5)) {
                if (data5 < 0 || isNaN(data5)) {
                  const err10 = { instancePath: instancePath + "/hunks/" + i0 + "/oldStart", schemaPath: "#/$defs/hunk/properties/oldStart/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              }
            }
            if (data4.oldLines !== void 0) {
              let data6 = data4.oldLines;
              if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                const err11 = { instancePath: instancePath + "/hunks/" + i0 + "/oldLines", schemaPath: "#/$defs/hunk/properties/oldLines/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              if (typeof data6 == "number" && isFinite(data6)) {
                if (data6 < 0 || isNaN(data6)) {
                  const err12 = { instancePath: instancePath + "/hunks/" + i0 + "/oldLines", schemaPath: "#/$defs/hunk/properties/oldLines/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              }
            }
            if (data4.newStart !== void 0) {
              let data7 = data4.newStart;
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                const err13 = { instancePath: instancePath + "/hunks/" + i0 + "/newStart", schemaPath: "#/$defs/hunk/properties/newStart/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
              if (typeof data7 == "number" && isFinite(data7)) {
                if (data7 < 0 || isNaN(data7)) {
                  const err14 = { instancePath: instancePath + "/hunks/" + i0 + "/newStart", schemaPath: "#/$defs/hunk/properties/newStart/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              }
            }
            if (data4.newLines !== void 0) {
              let data8 = data4.newLines;
              if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                const err15 = { instancePath: instancePath + "/hunks/" + i0 + "/newLines", schemaPath: "#/$defs/hunk/properties/newLines/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 < 0 || isNaN(data8)) {
                  const err16 = { instancePath: instancePath + "/hunks/" + i0 + "/newLines", schemaPath: "#/$defs/hunk/properties/newLines/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              }
            }
            if (data4.lines !== void 0) {
              let data9 = data4.lines;
              if (Array.isArray(data9)) {
                const len1 = data9.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  if (typeof data9[i1] !== "string") {
                    const err17 = { instancePath: instancePath + "/hunks/" + i0 + "/lines/" + i1, schemaPath: "#/$defs/hunk/properties/lines/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
              } else {
                const err18 = { instancePath: instancePath + "/hunks/" + i0 + "/lines", schemaPath: "#/$defs/hunk/properties/lines/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/hunks/" + i0, schemaPath: "#/$defs/hunk/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/hunks", schemaPath: "#/properties/hunks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (true !== data.sensitive) {
        const err21 = { instancePath: instancePath + "/sensitive", schemaPath: "#/properties/sensitive/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.act !== void 0) {
      if (true !== data.act) {
        const err22 = { instancePath: instancePath + "/act", schemaPath: "#/properties/act/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.replaces !== void 0) {
      if (true !== data.replaces) {
        const err23 = { instancePath: instancePath + "/replaces", schemaPath: "#/properties/replaces/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.movedBy !== void 0) {
      let data14 = data.movedBy;
      if (!(data14 === "code" || data14 === "node" || data14 === "both" || data14 === "never-applied" || data14 === "untold")) {
        const err24 = { instancePath: instancePath + "/movedBy", schemaPath: "#/properties/movedBy/enum", keyword: "enum", params: { allowedValues: schema35.properties.movedBy.enum }, message: "must be equal to one of the allowed values" };
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
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": { "path": true, "before": true, "after": true, "hunks": true, "sensitive": true, "act": true, "replaces": true, "movedBy": true }, "dynamicProps": false, "dynamicItems": false };
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
    if (data.file === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.start === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "start" }, message: "must have required property 'start'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.end === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "end" }, message: "must have required property 'end'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.file !== void 0) {
      if (typeof data.file !== "string") {
        const err3 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.start !== void 0) {
      let data1 = data.start;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.line === void 0) {
          const err4 = { instancePath: instancePath + "/start", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "line" }, message: "must have required property 'line'" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1.column === void 0) {
          const err5 = { instancePath: instancePath + "/start", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "column" }, message: "must have required property 'column'" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.offset === void 0) {
          const err6 = { instancePath: instancePath + "/start", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "offset" }, message: "must have required property 'offset'" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1.line !== void 0) {
          let data2 = data1.line;
          if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
            const err7 = { instancePath: instancePath + "/start/line", schemaPath: "#/$defs/position/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data2 == "number" && isFinite(data2)) {
            if (data2 < 0 || isNaN(data2)) {
              const err8 = { instancePath: instancePath + "/start/line", schemaPath: "#/$defs/position/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        }
        if (data1.column !== void 0) {
          let data3 = data1.column;
          if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
            const err9 = { instancePath: instancePath + "/start/column", schemaPath: "#/$defs/position/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (typeof data3 == "number" && isFinite(data3)) {
            if (data3 < 0 || isNaN(data3)) {
              const err10 = { instancePath: instancePath + "/start/column", schemaPath: "#/$defs/position/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
        if (data1.offset !== void 0) {
          let data4 = data1.offset;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err11 = { instancePath: instancePath + "/start/offset", schemaPath: "#/$defs/position/properties/offset/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 < 0 || isNaN(data4)) {
              const err12 = { instancePath: instancePath + "/start/offset", schemaPath: "#/$defs/position/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/start", schemaPath: "#/$defs/position/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.end !== void 0) {
      let data5 = data.end;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.line === void 0) {
          const err14 = { instancePath: instancePath + "/end", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "line" }, message: "must have required property 'line'" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data5.column === void 0) {
          const err15 = { instancePath: instancePath + "/end", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "column" }, message: "must have required property 'column'" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data5.offset === void 0) {
          const err16 = { instancePath: instancePath + "/end", schemaPath: "#/$defs/position/required", keyword: "required", params: { missingProperty: "offset" }, message: "must have required property 'offset'" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data5.line !== void 0) {
          let data6 = data5.line;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err17 = { instancePath: instancePath + "/end/line", schemaPath: "#/$defs/position/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 < 0 || isNaN(data6)) {
              const err18 = { instancePath: instancePath + "/end/line", schemaPath: "#/$defs/position/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data5.column !== void 0) {
          let data7 = data5.column;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err19 = { instancePath: instancePath + "/end/column", schemaPath: "#/$defs/position/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 < 0 || isNaN(data7)) {
              const err20 = { instancePath: instancePath + "/end/column", schemaPath: "#/$defs/position/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
        if (data5.offset !== void 0) {
          let data8 = data5.offset;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err21 = { instancePath: instancePath + "/end/offset", schemaPath: "#/$defs/position/properties/offset/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 < 0 || isNaN(data8)) {
              const err22 = { instancePath: instancePath + "/end/offset", schemaPath: "#/$defs/position/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/end", schemaPath: "#/$defs/position/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": { "file": true, "start": true, "end": true }, "dynamicProps": false, "dynamicItems": false };
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
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.action === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property 'action'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.edits === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edits" }, message: "must have required property 'edits'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.operations === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "operations" }, message: "must have required property 'operations'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.reasons === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reasons" }, message: "must have required property 'reasons'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.unknowns === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unknowns" }, message: "must have required property 'unknowns'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.address !== void 0) {
      if (typeof data.address !== "string") {
        const err6 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.action !== void 0) {
      let data1 = data.action;
      if (!(data1 === "create" || data1 === "update" || data1 === "replace" || data1 === "delete" || data1 === "run" || data1 === "none" || data1 === "unknown")) {
        const err7 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema34.properties.action.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.edits !== void 0) {
      let data2 = data.edits;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate24(data2[i0], { instancePath: instancePath + "/edits/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/edits", schemaPath: "#/properties/edits/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.operations !== void 0) {
      let data4 = data.operations;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.title === void 0) {
              const err9 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data5.action === void 0) {
              const err10 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property 'action'" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data5.timeoutMs === void 0) {
              const err11 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/required", keyword: "required", params: { missingProperty: "timeoutMs" }, message: "must have required property 'timeoutMs'" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data5.hazards === void 0) {
              const err12 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/required", keyword: "required", params: { missingProperty: "hazards" }, message: "must have required property 'hazards'" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data5.repeatable === void 0) {
              const err13 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/required", keyword: "required", params: { missingProperty: "repeatable" }, message: "must have required property 'repeatable'" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data5.title !== void 0) {
              if (typeof data5.title !== "string") {
                const err14 = { instancePath: instancePath + "/operations/" + i1 + "/title", schemaPath: "#/$defs/operation/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data5.action !== void 0) {
              let data7 = data5.action;
              if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                if (data7.kind === void 0) {
                  const err15 = { instancePath: instancePath + "/operations/" + i1 + "/action", schemaPath: "#/$defs/operation/properties/action/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (data7.kind !== void 0) {
                  if (typeof data7.kind !== "string") {
                    const err16 = { instancePath: instancePath + "/operations/" + i1 + "/action/kind", schemaPath: "#/$defs/operation/properties/action/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
              } else {
                const err17 = { instancePath: instancePath + "/operations/" + i1 + "/action", schemaPath: "#/$defs/operation/properties/action/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data5.timeoutMs !== void 0) {
              let data9 = data5.timeoutMs;
              if (typeof data9 == "number" && isFinite(data9)) {
                if (data9 < 0 || isNaN(data9)) {
                  const err18 = { instancePath: instancePath + "/operations/" + i1 + "/timeoutMs", schemaPath: "#/$defs/operation/properties/timeoutMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              } else {
                const err19 = { instancePath: instancePath + "/operations/" + i1 + "/timeoutMs", schemaPath: "#/$defs/operation/properties/timeoutMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data5.hazards !== void 0) {
              let data10 = data5.hazards;
              if (Array.isArray(data10)) {
                const len2 = data10.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data11 = data10[i2];
                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                    if (data11.kind === void 0) {
                      const err20 = { instancePath: instancePath + "/operations/" + i1 + "/hazards/" + i2, schemaPath: "#/$defs/operation/properties/hazards/items/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                      if (vErrors === null) {
                        vErrors = [err20];
                      } else {
                        vErrors.push(err20);
                      }
                      errors++;
                    }
                    if (data11.message === void 0) {
                      const err21 = { instancePath: instancePath + "/operations/" + i1 + "/hazards/" + i2, schemaPath: "#/$defs/operation/properties/hazards/items/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
                      if (vErrors === null) {
                        vErrors = [err21];
                      } else {
                        vErrors.push(err21);
                      }
                      errors++;
                    }
                    if (data11.kind !== void 0) {
                      let data12 = data11.kind;
                      if (!(data12 === "data-loss" || data12 === "service-interruption" || data12 === "blocking" || data12 === "connectivity" || data12 === "privilege" || data12 === "wear" || data12 === "unrepeatable")) {
                        const err22 = { instancePath: instancePath + "/operations/" + i1 + "/hazards/" + i2 + "/kind", schemaPath: "#/$defs/operation/properties/hazards/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema39.properties.hazards.items.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err22];
                        } else {
                          vErrors.push(err22);
                        }
                        errors++;
                      }
                    }
                    if (data11.message !== void 0) {
                      if (typeof data11.message !== "string") {
                        const err23 = { instancePath: instancePath + "/operations/" + i1 + "/hazards/" + i2 + "/message", schemaPath: "#/$defs/operation/properties/hazards/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err23];
                        } else {
                          vErrors.push(err23);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err24 = { instancePath: instancePath + "/operations/" + i1 + "/hazards/" + i2, schemaPath: "#/$defs/operation/properties/hazards/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err24];
                    } else {
                      vErrors.push(err24);
                    }
                    errors++;
                  }
                }
              } else {
                const err25 = { instancePath: instancePath + "/operations/" + i1 + "/hazards", schemaPath: "#/$defs/operation/properties/hazards/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data5.repeatable !== void 0) {
              if (typeof data5.repeatable !== "boolean") {
                const err26 = { instancePath: instancePath + "/operations/" + i1 + "/repeatable", schemaPath: "#/$defs/operation/properties/repeatable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
          } else {
            const err27 = { instancePath: instancePath + "/operations/" + i1, schemaPath: "#/$defs/operation/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/operations", schemaPath: "#/properties/operations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.reasons !== void 0) {
      let data15 = data.reasons;
      if (Array.isArray(data15)) {
        const len3 = data15.length;
        for (let i3 = 0; i3 < len3; i3++) {
          if (typeof data15[i3] !== "string") {
            const err29 = { instancePath: instancePath + "/reasons/" + i3, schemaPath: "#/properties/reasons/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.unknowns !== void 0) {
      let data17 = data.unknowns;
      if (Array.isArray(data17)) {
        const len4 = data17.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data18 = data17[i4];
          const _errs37 = errors;
          let valid16 = false;
          let passing0 = null;
          const _errs38 = errors;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            if (data18.kind === void 0) {
              const err31 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            if (data18.address === void 0) {
              const err32 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/0/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (data18.kind !== void 0) {
              if ("after" !== data18.kind) {
                const err33 = { instancePath: instancePath + "/unknowns/" + i4 + "/kind", schemaPath: "#/$defs/cause/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "after" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data18.address !== void 0) {
              if (typeof data18.address !== "string") {
                const err34 = { instancePath: instancePath + "/unknowns/" + i4 + "/address", schemaPath: "#/$defs/cause/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
          } else {
            const err35 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          var _valid0 = _errs38 === errors;
          if (_valid0) {
            valid16 = true;
            passing0 = 0;
            var props0 = {};
            props0.kind = true;
            props0.address = true;
          }
          const _errs43 = errors;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            if (data18.kind === void 0) {
              const err36 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data18.what === void 0) {
              const err37 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/1/required", keyword: "required", params: { missingProperty: "what" }, message: "must have required property 'what'" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data18.kind !== void 0) {
              let data21 = data18.kind;
              if (!(data21 === "denied" || data21 === "unavailable" || data21 === "withheld")) {
                const err38 = { instancePath: instancePath + "/unknowns/" + i4 + "/kind", schemaPath: "#/$defs/cause/oneOf/1/properties/kind/enum", keyword: "enum", params: { allowedValues: schema37.oneOf[1].properties.kind.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data18.what !== void 0) {
              if (typeof data18.what !== "string") {
                const err39 = { instancePath: instancePath + "/unknowns/" + i4 + "/what", schemaPath: "#/$defs/cause/oneOf/1/properties/what/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
          } else {
            const err40 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          var _valid0 = _errs43 === errors;
          if (_valid0 && valid16) {
            valid16 = false;
            passing0 = [passing0, 1];
          } else {
            if (_valid0) {
              valid16 = true;
              passing0 = 1;
              if (props0 !== true) {
                props0 = props0 || {};
                props0.kind = true;
                props0.what = true;
              }
            }
          }
          if (!valid16) {
            const err41 = { instancePath: instancePath + "/unknowns/" + i4, schemaPath: "#/$defs/cause/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
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
      } else {
        const err42 = { instancePath: instancePath + "/unknowns", schemaPath: "#/properties/unknowns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      if (!validate29(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
    if (data.dependsOn !== void 0) {
      let data24 = data.dependsOn;
      if (Array.isArray(data24)) {
        const len5 = data24.length;
        for (let i5 = 0; i5 < len5; i5++) {
          if (typeof data24[i5] !== "string") {
            const err43 = { instancePath: instancePath + "/dependsOn/" + i5, schemaPath: "#/properties/dependsOn/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/dependsOn", schemaPath: "#/properties/dependsOn/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.paths !== void 0) {
      let data26 = data.paths;
      if (Array.isArray(data26)) {
        const len6 = data26.length;
        for (let i6 = 0; i6 < len6; i6++) {
          if (typeof data26[i6] !== "string") {
            const err45 = { instancePath: instancePath + "/paths/" + i6, schemaPath: "#/properties/paths/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/paths", schemaPath: "#/properties/paths/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.confirmWithinMs !== void 0) {
      let data28 = data.confirmWithinMs;
      if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
        const err47 = { instancePath: instancePath + "/confirmWithinMs", schemaPath: "#/properties/confirmWithinMs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
      if (typeof data28 == "number" && isFinite(data28)) {
        if (data28 < 0 || isNaN(data28)) {
          const err48 = { instancePath: instancePath + "/confirmWithinMs", schemaPath: "#/properties/confirmWithinMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
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
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": { "address": true, "action": true, "edits": true, "operations": true, "reasons": true, "unknowns": true, "source": true, "dependsOn": true, "paths": true, "confirmWithinMs": true }, "dynamicProps": false, "dynamicItems": false };
var schema44 = { "type": "object", "properties": { "code": { "type": "string" }, "severity": { "enum": ["error", "warning"] }, "detail": { "type": "string" }, "hint": { "type": "string" }, "span": { "$ref": "#/$defs/span" }, "related": { "type": "array", "items": { "type": "object", "properties": { "span": { "$ref": "#/$defs/span" }, "label": { "type": "string" } }, "required": ["span", "label"] } }, "node": { "type": "string" }, "address": { "type": "string" } }, "required": ["code", "severity", "detail"] };
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
    if (data.code === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.severity === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.detail === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "detail" }, message: "must have required property 'detail'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.code !== void 0) {
      if (typeof data.code !== "string") {
        const err3 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data1 = data.severity;
      if (!(data1 === "error" || data1 === "warning")) {
        const err4 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema44.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.detail !== void 0) {
      if (typeof data.detail !== "string") {
        const err5 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.hint !== void 0) {
      if (typeof data.hint !== "string") {
        const err6 = { instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.span !== void 0) {
      if (!validate29(data.span, { instancePath: instancePath + "/span", parentData: data, parentDataProperty: "span", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
    if (data.related !== void 0) {
      let data5 = data.related;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.span === void 0) {
              const err7 = { instancePath: instancePath + "/related/" + i0, schemaPath: "#/properties/related/items/required", keyword: "required", params: { missingProperty: "span" }, message: "must have required property 'span'" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data6.label === void 0) {
              const err8 = { instancePath: instancePath + "/related/" + i0, schemaPath: "#/properties/related/items/required", keyword: "required", params: { missingProperty: "label" }, message: "must have required property 'label'" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data6.span !== void 0) {
              if (!validate29(data6.span, { instancePath: instancePath + "/related/" + i0 + "/span", parentData: data6, parentDataProperty: "span", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                errors = vErrors.length;
              }
            }
            if (data6.label !== void 0) {
              if (typeof data6.label !== "string") {
                const err9 = { instancePath: instancePath + "/related/" + i0 + "/label", schemaPath: "#/properties/related/items/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/related/" + i0, schemaPath: "#/properties/related/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/related", schemaPath: "#/properties/related/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.node !== void 0) {
      if (typeof data.node !== "string") {
        const err12 = { instancePath: instancePath + "/node", schemaPath: "#/properties/node/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      if (typeof data.address !== "string") {
        const err13 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
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
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": { "code": true, "severity": true, "detail": true, "hint": true, "span": true, "related": true, "node": true, "address": true }, "dynamicProps": false, "dynamicItems": false };
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
    if (data.node === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, message: "must have required property 'node'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.changes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "changes" }, message: "must have required property 'changes'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.diagnostics === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "diagnostics" }, message: "must have required property 'diagnostics'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.node !== void 0) {
      if (typeof data.node !== "string") {
        const err4 = { instancePath: instancePath + "/node", schemaPath: "#/properties/node/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data1 = data.status;
      if (!(data1 === "planned" || data1 === "incomplete" || data1 === "failed")) {
        const err5 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema33.properties.status.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.changes !== void 0) {
      let data2 = data.changes;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate23(data2[i0], { instancePath: instancePath + "/changes/" + i0, parentData: data2, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/changes", schemaPath: "#/properties/changes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.diagnostics !== void 0) {
      let data4 = data.diagnostics;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate32(data4[i1], { instancePath: instancePath + "/diagnostics/" + i1, parentData: data4, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/diagnostics", schemaPath: "#/properties/diagnostics/type", keyword: "type", params: { type: "array" }, message: "must be array" };
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
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": { "node": true, "status": true, "changes": true, "diagnostics": true }, "dynamicProps": false, "dynamicItems": false };
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
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.nodes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
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
    if (data.nodes !== void 0) {
      let data1 = data.nodes;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate22(data1[i0], { instancePath: instancePath + "/nodes/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.rollout !== void 0) {
      let data3 = data.rollout;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.canary !== void 0) {
          let data4 = data3.canary;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err4 = { instancePath: instancePath + "/rollout/canary", schemaPath: "#/$defs/rollout/properties/canary/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 < 0 || isNaN(data4)) {
              const err5 = { instancePath: instancePath + "/rollout/canary", schemaPath: "#/$defs/rollout/properties/canary/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
        }
        if (data3.batch !== void 0) {
          let data5 = data3.batch;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5)) && typeof data5 !== "string") {
            const err6 = { instancePath: instancePath + "/rollout/batch", schemaPath: "#/$defs/rollout/properties/batch/type", keyword: "type", params: { type: schema45.properties.batch.type }, message: "must be integer,string" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data3.maxFailed !== void 0) {
          let data6 = data3.maxFailed;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err7 = { instancePath: instancePath + "/rollout/maxFailed", schemaPath: "#/$defs/rollout/properties/maxFailed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 < 0 || isNaN(data6)) {
              const err8 = { instancePath: instancePath + "/rollout/maxFailed", schemaPath: "#/$defs/rollout/properties/maxFailed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/rollout", schemaPath: "#/$defs/rollout/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
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
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "name": true, "nodes": true, "rollout": true }, "dynamicProps": false, "dynamicItems": false };
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
    if (data.format === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "format" }, message: "must have required property 'format'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.createdAt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "createdAt" }, message: "must have required property 'createdAt'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.program === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "program" }, message: "must have required property 'program'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.origin === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "origin" }, message: "must have required property 'origin'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.inputs === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "inputs" }, message: "must have required property 'inputs'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.nodes === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.plan === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plan" }, message: "must have required property 'plan'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.format !== void 0) {
      if ("setpoint saved plan" !== data.format) {
        const err8 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/const", keyword: "const", params: { allowedValue: "setpoint saved plan" }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err9 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^1\\.\\d{1,9}$" }, message: 'must match pattern "^1\\.\\d{1,9}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.createdAt !== void 0) {
      if (typeof data.createdAt !== "string") {
        const err11 = { instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.program !== void 0) {
      if (typeof data.program !== "string") {
        const err12 = { instancePath: instancePath + "/program", schemaPath: "#/properties/program/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.origin !== void 0) {
      let data4 = data.origin;
      const _errs9 = errors;
      let valid1 = false;
      let passing0 = null;
      const _errs10 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.kind === void 0) {
          const err13 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data4.playbooks === void 0) {
          const err14 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/0/required", keyword: "required", params: { missingProperty: "playbooks" }, message: "must have required property 'playbooks'" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data4.vars === void 0) {
          const err15 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/0/required", keyword: "required", params: { missingProperty: "vars" }, message: "must have required property 'vars'" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data4.kind !== void 0) {
          if ("playbooks" !== data4.kind) {
            const err16 = { instancePath: instancePath + "/origin/kind", schemaPath: "#/properties/origin/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "playbooks" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data4.playbooks !== void 0) {
          let data6 = data4.playbooks;
          if (Array.isArray(data6)) {
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (typeof data6[i0] !== "string") {
                const err17 = { instancePath: instancePath + "/origin/playbooks/" + i0, schemaPath: "#/properties/origin/oneOf/0/properties/playbooks/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = { instancePath: instancePath + "/origin/playbooks", schemaPath: "#/properties/origin/oneOf/0/properties/playbooks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data4.inventory !== void 0) {
          if (typeof data4.inventory !== "string") {
            const err19 = { instancePath: instancePath + "/origin/inventory", schemaPath: "#/properties/origin/oneOf/0/properties/inventory/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data4.limit !== void 0) {
          if (typeof data4.limit !== "string") {
            const err20 = { instancePath: instancePath + "/origin/limit", schemaPath: "#/properties/origin/oneOf/0/properties/limit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data4.tags !== void 0) {
          let data10 = data4.tags;
          if (Array.isArray(data10)) {
            const len1 = data10.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (typeof data10[i1] !== "string") {
                const err21 = { instancePath: instancePath + "/origin/tags/" + i1, schemaPath: "#/properties/origin/oneOf/0/properties/tags/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/origin/tags", schemaPath: "#/properties/origin/oneOf/0/properties/tags/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data4.vars !== void 0) {
          let data12 = data4.vars;
          if (Array.isArray(data12)) {
            const len2 = data12.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data13 = data12[i2];
              const _errs28 = errors;
              let valid9 = false;
              let passing1 = null;
              const _errs29 = errors;
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                if (data13.kind === void 0) {
                  const err23 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
                if (data13.argument === void 0) {
                  const err24 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/0/required", keyword: "required", params: { missingProperty: "argument" }, message: "must have required property 'argument'" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
                if (data13.kind !== void 0) {
                  if ("given" !== data13.kind) {
                    const err25 = { instancePath: instancePath + "/origin/vars/" + i2 + "/kind", schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "given" }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                }
                if (data13.argument !== void 0) {
                  if (typeof data13.argument !== "string") {
                    const err26 = { instancePath: instancePath + "/origin/vars/" + i2 + "/argument", schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/0/properties/argument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
              } else {
                const err27 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
              var _valid1 = _errs29 === errors;
              if (_valid1) {
                valid9 = true;
                passing1 = 0;
                var props0 = {};
                props0.kind = true;
                props0.argument = true;
              }
              const _errs34 = errors;
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                if (data13.kind === void 0) {
                  const err28 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (data13.name === void 0) {
                  const err29 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
                if (data13.keyed === void 0) {
                  const err30 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/required", keyword: "required", params: { missingProperty: "keyed" }, message: "must have required property 'keyed'" };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
                if (data13.kind !== void 0) {
                  if ("withheld" !== data13.kind) {
                    const err31 = { instancePath: instancePath + "/origin/vars/" + i2 + "/kind", schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "withheld" }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                }
                if (data13.name !== void 0) {
                  if (typeof data13.name !== "string") {
                    const err32 = { instancePath: instancePath + "/origin/vars/" + i2 + "/name", schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                }
                if (data13.keyed !== void 0) {
                  if (typeof data13.keyed !== "string") {
                    const err33 = { instancePath: instancePath + "/origin/vars/" + i2 + "/keyed", schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/properties/keyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err33];
                    } else {
                      vErrors.push(err33);
                    }
                    errors++;
                  }
                }
              } else {
                const err34 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
              var _valid1 = _errs34 === errors;
              if (_valid1 && valid9) {
                valid9 = false;
                passing1 = [passing1, 1];
              } else {
                if (_valid1) {
                  valid9 = true;
                  passing1 = 1;
                  if (props0 !== true) {
                    props0 = props0 || {};
                    props0.kind = true;
                    props0.name = true;
                    props0.keyed = true;
                  }
                }
              }
              if (!valid9) {
                const err35 = { instancePath: instancePath + "/origin/vars/" + i2, schemaPath: "#/properties/origin/oneOf/0/properties/vars/items/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
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
          } else {
            const err36 = { instancePath: instancePath + "/origin/vars", schemaPath: "#/properties/origin/oneOf/0/properties/vars/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      if (_valid0) {
        valid1 = true;
        passing0 = 0;
        var props1 = {};
        props1.kind = true;
        props1.playbooks = true;
        props1.inventory = true;
        props1.limit = true;
        props1.tags = true;
        props1.vars = true;
      }
      const _errs41 = errors;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.kind === void 0) {
          const err38 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (data4.run === void 0) {
          const err39 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/1/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (data4.kind !== void 0) {
          if ("rollback" !== data4.kind) {
            const err40 = { instancePath: instancePath + "/origin/kind", schemaPath: "#/properties/origin/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "rollback" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data4.run !== void 0) {
          let data20 = data4.run;
          if (typeof data20 === "string") {
            if (!pattern5.test(data20)) {
              const err41 = { instancePath: instancePath + "/origin/run", schemaPath: "#/properties/origin/oneOf/1/properties/run/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Za-z-]{1,64}$" }, message: 'must match pattern "^[0-9A-Za-z-]{1,64}$"' };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          } else {
            const err42 = { instancePath: instancePath + "/origin/run", schemaPath: "#/properties/origin/oneOf/1/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data4.limit !== void 0) {
          if (typeof data4.limit !== "string") {
            const err43 = { instancePath: instancePath + "/origin/limit", schemaPath: "#/properties/origin/oneOf/1/properties/limit/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data4.inventory !== void 0) {
          if (typeof data4.inventory !== "string") {
            const err44 = { instancePath: instancePath + "/origin/inventory", schemaPath: "#/properties/origin/oneOf/1/properties/inventory/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      var _valid0 = _errs41 === errors;
      if (_valid0 && valid1) {
        valid1 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid0) {
          valid1 = true;
          passing0 = 1;
          if (props1 !== true) {
            props1 = props1 || {};
            props1.kind = true;
            props1.run = true;
            props1.limit = true;
            props1.inventory = true;
          }
        }
      }
      if (!valid1) {
        const err46 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
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
    if (data.inputs !== void 0) {
      let data23 = data.inputs;
      if (Array.isArray(data23)) {
        const len3 = data23.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data24 = data23[i3];
          if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
            if (data24.kind === void 0) {
              const err47 = { instancePath: instancePath + "/inputs/" + i3, schemaPath: "#/properties/inputs/items/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data24.name === void 0) {
              const err48 = { instancePath: instancePath + "/inputs/" + i3, schemaPath: "#/properties/inputs/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
            if (data24.kind !== void 0) {
              let data25 = data24.kind;
              if (!(data25 === "file" || data25 === "program")) {
                const err49 = { instancePath: instancePath + "/inputs/" + i3 + "/kind", schemaPath: "#/properties/inputs/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.inputs.items.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data24.name !== void 0) {
              if (typeof data24.name !== "string") {
                const err50 = { instancePath: instancePath + "/inputs/" + i3 + "/name", schemaPath: "#/properties/inputs/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data24.sha256 !== void 0) {
              if (typeof data24.sha256 !== "string") {
                const err51 = { instancePath: instancePath + "/inputs/" + i3 + "/sha256", schemaPath: "#/properties/inputs/items/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
            if (data24.keyed !== void 0) {
              if (typeof data24.keyed !== "string") {
                const err52 = { instancePath: instancePath + "/inputs/" + i3 + "/keyed", schemaPath: "#/properties/inputs/items/properties/keyed/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
          } else {
            const err53 = { instancePath: instancePath + "/inputs/" + i3, schemaPath: "#/properties/inputs/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
      } else {
        const err54 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.keyId !== void 0) {
      if (typeof data.keyId !== "string") {
        const err55 = { instancePath: instancePath + "/keyId", schemaPath: "#/properties/keyId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.nodes !== void 0) {
      let data30 = data.nodes;
      if (Array.isArray(data30)) {
        const len4 = data30.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data31 = data30[i4];
          if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
            if (data31.node === void 0) {
              const err56 = { instancePath: instancePath + "/nodes/" + i4, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "node" }, message: "must have required property 'node'" };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
            if (data31.marks === void 0) {
              const err57 = { instancePath: instancePath + "/nodes/" + i4, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "marks" }, message: "must have required property 'marks'" };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (data31.node !== void 0) {
              if (typeof data31.node !== "string") {
                const err58 = { instancePath: instancePath + "/nodes/" + i4 + "/node", schemaPath: "#/properties/nodes/items/properties/node/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data31.marks !== void 0) {
              let data33 = data31.marks;
              if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                for (const key0 in data33) {
                  if (typeof data33[key0] !== "string") {
                    const err59 = { instancePath: instancePath + "/nodes/" + i4 + "/marks/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/nodes/items/properties/marks/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
              } else {
                const err60 = { instancePath: instancePath + "/nodes/" + i4 + "/marks", schemaPath: "#/properties/nodes/items/properties/marks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/nodes/" + i4, schemaPath: "#/properties/nodes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.plan !== void 0) {
      let data35 = data.plan;
      if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
        if (data35.formatVersion === void 0) {
          const err63 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/required", keyword: "required", params: { missingProperty: "formatVersion" }, message: "must have required property 'formatVersion'" };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
        if (data35.limits === void 0) {
          const err64 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/required", keyword: "required", params: { missingProperty: "limits" }, message: "must have required property 'limits'" };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
        if (data35.plays === void 0) {
          const err65 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/required", keyword: "required", params: { missingProperty: "plays" }, message: "must have required property 'plays'" };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
        if (data35.totals === void 0) {
          const err66 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/required", keyword: "required", params: { missingProperty: "totals" }, message: "must have required property 'totals'" };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
        if (data35.formatVersion !== void 0) {
          if (1 !== data35.formatVersion) {
            const err67 = { instancePath: instancePath + "/plan/formatVersion", schemaPath: "#/properties/plan/properties/formatVersion/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        }
        if (data35.limits !== void 0) {
          let data37 = data35.limits;
          if (Array.isArray(data37)) {
            const len5 = data37.length;
            for (let i5 = 0; i5 < len5; i5++) {
              if (typeof data37[i5] !== "string") {
                const err68 = { instancePath: instancePath + "/plan/limits/" + i5, schemaPath: "#/properties/plan/properties/limits/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
          } else {
            const err69 = { instancePath: instancePath + "/plan/limits", schemaPath: "#/properties/plan/properties/limits/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err69];
            } else {
              vErrors.push(err69);
            }
            errors++;
          }
        }
        if (data35.plays !== void 0) {
          let data39 = data35.plays;
          if (Array.isArray(data39)) {
            const len6 = data39.length;
            for (let i6 = 0; i6 < len6; i6++) {
              if (!validate21(data39[i6], { instancePath: instancePath + "/plan/plays/" + i6, parentData: data39, parentDataProperty: i6, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err70 = { instancePath: instancePath + "/plan/plays", schemaPath: "#/properties/plan/properties/plays/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
        if (data35.totals !== void 0) {
          let data41 = data35.totals;
          if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
            if (data41.nodes === void 0) {
              const err71 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
              if (vErrors === null) {
                vErrors = [err71];
              } else {
                vErrors.push(err71);
              }
              errors++;
            }
            if (data41.failedNodes === void 0) {
              const err72 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "failedNodes" }, message: "must have required property 'failedNodes'" };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
            if (data41.resources === void 0) {
              const err73 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "resources" }, message: "must have required property 'resources'" };
              if (vErrors === null) {
                vErrors = [err73];
              } else {
                vErrors.push(err73);
              }
              errors++;
            }
            if (data41.actions === void 0) {
              const err74 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "actions" }, message: "must have required property 'actions'" };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
            if (data41.operations === void 0) {
              const err75 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "operations" }, message: "must have required property 'operations'" };
              if (vErrors === null) {
                vErrors = [err75];
              } else {
                vErrors.push(err75);
              }
              errors++;
            }
            if (data41.hazards === void 0) {
              const err76 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/required", keyword: "required", params: { missingProperty: "hazards" }, message: "must have required property 'hazards'" };
              if (vErrors === null) {
                vErrors = [err76];
              } else {
                vErrors.push(err76);
              }
              errors++;
            }
            if (data41.nodes !== void 0) {
              let data42 = data41.nodes;
              if (!(typeof data42 == "number" && (!(data42 % 1) && !isNaN(data42)) && isFinite(data42))) {
                const err77 = { instancePath: instancePath + "/plan/totals/nodes", schemaPath: "#/$defs/totals/properties/nodes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
              if (typeof data42 == "number" && isFinite(data42)) {
                if (data42 < 0 || isNaN(data42)) {
                  const err78 = { instancePath: instancePath + "/plan/totals/nodes", schemaPath: "#/$defs/totals/properties/nodes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
              }
            }
            if (data41.failedNodes !== void 0) {
              let data43 = data41.failedNodes;
              if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
                const err79 = { instancePath: instancePath + "/plan/totals/failedNodes", schemaPath: "#/$defs/totals/properties/failedNodes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err79];
                } else {
                  vErrors.push(err79);
                }
                errors++;
              }
              if (typeof data43 == "number" && isFinite(data43)) {
                if (data43 < 0 || isNaN(data43)) {
                  const err80 = { instancePath: instancePath + "/plan/totals/failedNodes", schemaPath: "#/$defs/totals/properties/failedNodes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              }
            }
            if (data41.resources !== void 0) {
              let data44 = data41.resources;
              if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
                const err81 = { instancePath: instancePath + "/plan/totals/resources", schemaPath: "#/$defs/totals/properties/resources/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
              if (typeof data44 == "number" && isFinite(data44)) {
                if (data44 < 0 || isNaN(data44)) {
                  const err82 = { instancePath: instancePath + "/plan/totals/resources", schemaPath: "#/$defs/totals/properties/resources/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
              }
            }
            if (data41.actions !== void 0) {
              let data45 = data41.actions;
              if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                if (data45.create === void 0) {
                  const err83 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "create" }, message: "must have required property 'create'" };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                if (data45.update === void 0) {
                  const err84 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "update" }, message: "must have required property 'update'" };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
                if (data45.replace === void 0) {
                  const err85 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "replace" }, message: "must have required property 'replace'" };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
                if (data45.delete === void 0) {
                  const err86 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "delete" }, message: "must have required property 'delete'" };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
                if (data45.run === void 0) {
                  const err87 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
                if (data45.none === void 0) {
                  const err88 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "none" }, message: "must have required property 'none'" };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                if (data45.unknown === void 0) {
                  const err89 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/required", keyword: "required", params: { missingProperty: "unknown" }, message: "must have required property 'unknown'" };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
                if (data45.create !== void 0) {
                  let data46 = data45.create;
                  if (!(typeof data46 == "number" && (!(data46 % 1) && !isNaN(data46)) && isFinite(data46))) {
                    const err90 = { instancePath: instancePath + "/plan/totals/actions/create", schemaPath: "#/$defs/totals/properties/actions/properties/create/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err90];
                    } else {
                      vErrors.push(err90);
                    }
                    errors++;
                  }
                  if (typeof data46 == "number" && isFinite(data46)) {
                    if (data46 < 0 || isNaN(data46)) {
                      const err91 = { instancePath: instancePath + "/plan/totals/actions/create", schemaPath: "#/$defs/totals/properties/actions/properties/create/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err91];
                      } else {
                        vErrors.push(err91);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.update !== void 0) {
                  let data47 = data45.update;
                  if (!(typeof data47 == "number" && (!(data47 % 1) && !isNaN(data47)) && isFinite(data47))) {
                    const err92 = { instancePath: instancePath + "/plan/totals/actions/update", schemaPath: "#/$defs/totals/properties/actions/properties/update/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err92];
                    } else {
                      vErrors.push(err92);
                    }
                    errors++;
                  }
                  if (typeof data47 == "number" && isFinite(data47)) {
                    if (data47 < 0 || isNaN(data47)) {
                      const err93 = { instancePath: instancePath + "/plan/totals/actions/update", schemaPath: "#/$defs/totals/properties/actions/properties/update/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err93];
                      } else {
                        vErrors.push(err93);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.replace !== void 0) {
                  let data48 = data45.replace;
                  if (!(typeof data48 == "number" && (!(data48 % 1) && !isNaN(data48)) && isFinite(data48))) {
                    const err94 = { instancePath: instancePath + "/plan/totals/actions/replace", schemaPath: "#/$defs/totals/properties/actions/properties/replace/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err94];
                    } else {
                      vErrors.push(err94);
                    }
                    errors++;
                  }
                  if (typeof data48 == "number" && isFinite(data48)) {
                    if (data48 < 0 || isNaN(data48)) {
                      const err95 = { instancePath: instancePath + "/plan/totals/actions/replace", schemaPath: "#/$defs/totals/properties/actions/properties/replace/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err95];
                      } else {
                        vErrors.push(err95);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.delete !== void 0) {
                  let data49 = data45.delete;
                  if (!(typeof data49 == "number" && (!(data49 % 1) && !isNaN(data49)) && isFinite(data49))) {
                    const err96 = { instancePath: instancePath + "/plan/totals/actions/delete", schemaPath: "#/$defs/totals/properties/actions/properties/delete/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err96];
                    } else {
                      vErrors.push(err96);
                    }
                    errors++;
                  }
                  if (typeof data49 == "number" && isFinite(data49)) {
                    if (data49 < 0 || isNaN(data49)) {
                      const err97 = { instancePath: instancePath + "/plan/totals/actions/delete", schemaPath: "#/$defs/totals/properties/actions/properties/delete/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err97];
                      } else {
                        vErrors.push(err97);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.run !== void 0) {
                  let data50 = data45.run;
                  if (!(typeof data50 == "number" && (!(data50 % 1) && !isNaN(data50)) && isFinite(data50))) {
                    const err98 = { instancePath: instancePath + "/plan/totals/actions/run", schemaPath: "#/$defs/totals/properties/actions/properties/run/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err98];
                    } else {
                      vErrors.push(err98);
                    }
                    errors++;
                  }
                  if (typeof data50 == "number" && isFinite(data50)) {
                    if (data50 < 0 || isNaN(data50)) {
                      const err99 = { instancePath: instancePath + "/plan/totals/actions/run", schemaPath: "#/$defs/totals/properties/actions/properties/run/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err99];
                      } else {
                        vErrors.push(err99);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.none !== void 0) {
                  let data51 = data45.none;
                  if (!(typeof data51 == "number" && (!(data51 % 1) && !isNaN(data51)) && isFinite(data51))) {
                    const err100 = { instancePath: instancePath + "/plan/totals/actions/none", schemaPath: "#/$defs/totals/properties/actions/properties/none/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err100];
                    } else {
                      vErrors.push(err100);
                    }
                    errors++;
                  }
                  if (typeof data51 == "number" && isFinite(data51)) {
                    if (data51 < 0 || isNaN(data51)) {
                      const err101 = { instancePath: instancePath + "/plan/totals/actions/none", schemaPath: "#/$defs/totals/properties/actions/properties/none/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err101];
                      } else {
                        vErrors.push(err101);
                      }
                      errors++;
                    }
                  }
                }
                if (data45.unknown !== void 0) {
                  let data52 = data45.unknown;
                  if (!(typeof data52 == "number" && (!(data52 % 1) && !isNaN(data52)) && isFinite(data52))) {
                    const err102 = { instancePath: instancePath + "/plan/totals/actions/unknown", schemaPath: "#/$defs/totals/properties/actions/properties/unknown/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                  if (typeof data52 == "number" && isFinite(data52)) {
                    if (data52 < 0 || isNaN(data52)) {
                      const err103 = { instancePath: instancePath + "/plan/totals/actions/unknown", schemaPath: "#/$defs/totals/properties/actions/properties/unknown/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err103];
                      } else {
                        vErrors.push(err103);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err104 = { instancePath: instancePath + "/plan/totals/actions", schemaPath: "#/$defs/totals/properties/actions/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
            }
            if (data41.operations !== void 0) {
              let data53 = data41.operations;
              if (!(typeof data53 == "number" && (!(data53 % 1) && !isNaN(data53)) && isFinite(data53))) {
                const err105 = { instancePath: instancePath + "/plan/totals/operations", schemaPath: "#/$defs/totals/properties/operations/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err105];
                } else {
                  vErrors.push(err105);
                }
                errors++;
              }
              if (typeof data53 == "number" && isFinite(data53)) {
                if (data53 < 0 || isNaN(data53)) {
                  const err106 = { instancePath: instancePath + "/plan/totals/operations", schemaPath: "#/$defs/totals/properties/operations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err106];
                  } else {
                    vErrors.push(err106);
                  }
                  errors++;
                }
              }
            }
            if (data41.hazards !== void 0) {
              let data54 = data41.hazards;
              if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
                if (data54["data-loss"] !== void 0) {
                  let data55 = data54["data-loss"];
                  if (!(typeof data55 == "number" && (!(data55 % 1) && !isNaN(data55)) && isFinite(data55))) {
                    const err107 = { instancePath: instancePath + "/plan/totals/hazards/data-loss", schemaPath: "#/$defs/totals/properties/hazards/properties/data-loss/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err107];
                    } else {
                      vErrors.push(err107);
                    }
                    errors++;
                  }
                  if (typeof data55 == "number" && isFinite(data55)) {
                    if (data55 < 0 || isNaN(data55)) {
                      const err108 = { instancePath: instancePath + "/plan/totals/hazards/data-loss", schemaPath: "#/$defs/totals/properties/hazards/properties/data-loss/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err108];
                      } else {
                        vErrors.push(err108);
                      }
                      errors++;
                    }
                  }
                }
                if (data54["service-interruption"] !== void 0) {
                  let data56 = data54["service-interruption"];
                  if (!(typeof data56 == "number" && (!(data56 % 1) && !isNaN(data56)) && isFinite(data56))) {
                    const err109 = { instancePath: instancePath + "/plan/totals/hazards/service-interruption", schemaPath: "#/$defs/totals/properties/hazards/properties/service-interruption/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err109];
                    } else {
                      vErrors.push(err109);
                    }
                    errors++;
                  }
                  if (typeof data56 == "number" && isFinite(data56)) {
                    if (data56 < 0 || isNaN(data56)) {
                      const err110 = { instancePath: instancePath + "/plan/totals/hazards/service-interruption", schemaPath: "#/$defs/totals/properties/hazards/properties/service-interruption/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err110];
                      } else {
                        vErrors.push(err110);
                      }
                      errors++;
                    }
                  }
                }
                if (data54.blocking !== void 0) {
                  let data57 = data54.blocking;
                  if (!(typeof data57 == "number" && (!(data57 % 1) && !isNaN(data57)) && isFinite(data57))) {
                    const err111 = { instancePath: instancePath + "/plan/totals/hazards/blocking", schemaPath: "#/$defs/totals/properties/hazards/properties/blocking/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err111];
                    } else {
                      vErrors.push(err111);
                    }
                    errors++;
                  }
                  if (typeof data57 == "number" && isFinite(data57)) {
                    if (data57 < 0 || isNaN(data57)) {
                      const err112 = { instancePath: instancePath + "/plan/totals/hazards/blocking", schemaPath: "#/$defs/totals/properties/hazards/properties/blocking/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err112];
                      } else {
                        vErrors.push(err112);
                      }
                      errors++;
                    }
                  }
                }
                if (data54.connectivity !== void 0) {
                  let data58 = data54.connectivity;
                  if (!(typeof data58 == "number" && (!(data58 % 1) && !isNaN(data58)) && isFinite(data58))) {
                    const err113 = { instancePath: instancePath + "/plan/totals/hazards/connectivity", schemaPath: "#/$defs/totals/properties/hazards/properties/connectivity/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err113];
                    } else {
                      vErrors.push(err113);
                    }
                    errors++;
                  }
                  if (typeof data58 == "number" && isFinite(data58)) {
                    if (data58 < 0 || isNaN(data58)) {
                      const err114 = { instancePath: instancePath + "/plan/totals/hazards/connectivity", schemaPath: "#/$defs/totals/properties/hazards/properties/connectivity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err114];
                      } else {
                        vErrors.push(err114);
                      }
                      errors++;
                    }
                  }
                }
                if (data54.privilege !== void 0) {
                  let data59 = data54.privilege;
                  if (!(typeof data59 == "number" && (!(data59 % 1) && !isNaN(data59)) && isFinite(data59))) {
                    const err115 = { instancePath: instancePath + "/plan/totals/hazards/privilege", schemaPath: "#/$defs/totals/properties/hazards/properties/privilege/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err115];
                    } else {
                      vErrors.push(err115);
                    }
                    errors++;
                  }
                  if (typeof data59 == "number" && isFinite(data59)) {
                    if (data59 < 0 || isNaN(data59)) {
                      const err116 = { instancePath: instancePath + "/plan/totals/hazards/privilege", schemaPath: "#/$defs/totals/properties/hazards/properties/privilege/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err116];
                      } else {
                        vErrors.push(err116);
                      }
                      errors++;
                    }
                  }
                }
                if (data54.wear !== void 0) {
                  let data60 = data54.wear;
                  if (!(typeof data60 == "number" && (!(data60 % 1) && !isNaN(data60)) && isFinite(data60))) {
                    const err117 = { instancePath: instancePath + "/plan/totals/hazards/wear", schemaPath: "#/$defs/totals/properties/hazards/properties/wear/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err117];
                    } else {
                      vErrors.push(err117);
                    }
                    errors++;
                  }
                  if (typeof data60 == "number" && isFinite(data60)) {
                    if (data60 < 0 || isNaN(data60)) {
                      const err118 = { instancePath: instancePath + "/plan/totals/hazards/wear", schemaPath: "#/$defs/totals/properties/hazards/properties/wear/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err118];
                      } else {
                        vErrors.push(err118);
                      }
                      errors++;
                    }
                  }
                }
                if (data54.unrepeatable !== void 0) {
                  let data61 = data54.unrepeatable;
                  if (!(typeof data61 == "number" && (!(data61 % 1) && !isNaN(data61)) && isFinite(data61))) {
                    const err119 = { instancePath: instancePath + "/plan/totals/hazards/unrepeatable", schemaPath: "#/$defs/totals/properties/hazards/properties/unrepeatable/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err119];
                    } else {
                      vErrors.push(err119);
                    }
                    errors++;
                  }
                  if (typeof data61 == "number" && isFinite(data61)) {
                    if (data61 < 0 || isNaN(data61)) {
                      const err120 = { instancePath: instancePath + "/plan/totals/hazards/unrepeatable", schemaPath: "#/$defs/totals/properties/hazards/properties/unrepeatable/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                      if (vErrors === null) {
                        vErrors = [err120];
                      } else {
                        vErrors.push(err120);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err121 = { instancePath: instancePath + "/plan/totals/hazards", schemaPath: "#/$defs/totals/properties/hazards/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err121];
                } else {
                  vErrors.push(err121);
                }
                errors++;
              }
            }
          } else {
            const err122 = { instancePath: instancePath + "/plan/totals", schemaPath: "#/$defs/totals/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err122];
            } else {
              vErrors.push(err122);
            }
            errors++;
          }
        }
        if (data35.violations !== void 0) {
          let data62 = data35.violations;
          if (Array.isArray(data62)) {
            const len7 = data62.length;
            for (let i7 = 0; i7 < len7; i7++) {
              if (!validate32(data62[i7], { instancePath: instancePath + "/plan/violations/" + i7, parentData: data62, parentDataProperty: i7, rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err123 = { instancePath: instancePath + "/plan/violations", schemaPath: "#/properties/plan/properties/violations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err123];
            } else {
              vErrors.push(err123);
            }
            errors++;
          }
        }
        if (data35.allowed !== void 0) {
          let data64 = data35.allowed;
          if (Array.isArray(data64)) {
            const len8 = data64.length;
            for (let i8 = 0; i8 < len8; i8++) {
              if (typeof data64[i8] !== "string") {
                const err124 = { instancePath: instancePath + "/plan/allowed/" + i8, schemaPath: "#/properties/plan/properties/allowed/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
              }
            }
          } else {
            const err125 = { instancePath: instancePath + "/plan/allowed", schemaPath: "#/properties/plan/properties/allowed/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err125];
            } else {
              vErrors.push(err125);
            }
            errors++;
          }
        }
      } else {
        const err126 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err126];
        } else {
          vErrors.push(err126);
        }
        errors++;
      }
    }
  } else {
    const err127 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err127];
    } else {
      vErrors.push(err127);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": { "format": true, "version": true, "createdAt": true, "program": true, "origin": true, "inputs": true, "keyId": true, "nodes": true, "plan": true }, "dynamicProps": false, "dynamicItems": false };
var validators = {
  "saved-plan": validator0
};
export {
  validators
};
