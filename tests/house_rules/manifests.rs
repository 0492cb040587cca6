//! The manifests of the workspace: who depends on whom, and who shares the lints.
//!
//! Answers for: reading them as Cargo does, as far as the rules need it. Versions and features are Cargo's.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

/// Which crates of the workspace each crate may depend on; `None` stands for all.
const MAY_KNOW: &[(&str, Option<&[&str]>)] = &[
    ("schema", Some(&[])),
    ("ingest", Some(&["schema"])),
    ("segment", Some(&["schema"])),
    ("names", Some(&[])),
    ("annotate", Some(&["schema", "names"])),
    ("link", Some(&["schema", "names"])),
    ("export", Some(&["schema"])),
    ("pipeline", None),
    ("train", None),
    ("evaluate", None),
];

/// The sections of a manifest that list dependencies.
const SECTIONS: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

/// The root manifest and those of the members.
pub(super) struct Workspace {
    root: Table,
    /// The members by their folders.
    members: BTreeMap<String, Table>,
}

impl Workspace {
    /// Reads all manifests, whose text `read` gives by their paths from the root.
    pub(super) fn read(read: impl Fn(&str) -> String) -> Self {
        let parse = |path: &str| -> Table {
            read(path).parse().unwrap_or_else(|error| panic!("`{path}` is no TOML: {error}"))
        };
        let root = parse("Cargo.toml");
        let folders =
            at(&root, &["workspace", "members"]).and_then(Value::as_array).cloned().unwrap_or_default();
        let folders = folders.iter().filter_map(Value::as_str);
        let members =
            folders.map(|folder| (folder.to_owned(), parse(&format!("{folder}/Cargo.toml")))).collect();
        Self { root, members }
    }

    /// Each dependency on a crate of the workspace that the design does not allow, and each crate it does not know.
    pub(super) fn wrong_dependencies(&self) -> Vec<String> {
        let names: BTreeSet<&str> = self.members.values().map(package).collect();
        self.members.values().flat_map(|manifest| self.wrong_in(manifest, &names)).collect()
    }

    /// Each manifest that does not inherit the lints, and a workspace that does not forbid unsafe code.
    pub(super) fn missing_lints(&self) -> Vec<String> {
        let inherits = |manifest| at(manifest, &["lints", "workspace"]) == Some(&Value::Boolean(true));
        let members = self.members.iter().filter(|(_, manifest)| !inherits(manifest));
        let mut found: Vec<_> =
            members.map(|(folder, _)| format!("{folder}/Cargo.toml: no `lints.workspace = true`")).collect();
        let level = at(&self.root, &["workspace", "lints", "rust", "unsafe_code"]);
        if level.and_then(Value::as_str) != Some("forbid") {
            found.push("Cargo.toml: no `unsafe_code = \"forbid\"` in `workspace.lints.rust`".to_owned());
        }
        found
    }

    /// The crates from outside that the workspace's version table lists.
    pub(super) fn outside_dependencies(&self) -> Vec<String> {
        let table = at(&self.root, &["workspace", "dependencies"]).and_then(Value::as_table);
        let outside = table.into_iter().flatten().filter(|(_, entry)| entry.get("path").is_none());
        outside.map(|(name, _)| name.clone()).collect()
    }

    /// The crate that the file at `path` belongs to; `None` where no member's folder holds it.
    pub(super) fn crate_of(&self, path: &str) -> Option<&str> {
        let holds = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let members = self.members.iter().filter(|(folder, _)| holds(folder));
        members.max_by_key(|(folder, _)| folder.len()).map(|(_, manifest)| package(manifest))
    }

    fn wrong_in(&self, manifest: &Table, names: &BTreeSet<&str>) -> Vec<String> {
        let name = package(manifest);
        let Some((_, may)) = MAY_KNOW.iter().find(|(listed, _)| *listed == name) else {
            return vec![format!(
                "crate `{name}` has no place in the design; say in this test what it may know"
            )];
        };
        let Some(may) = may else { return Vec::new() };
        let wrong = self.dependencies(manifest).into_iter();
        let wrong = wrong.filter(|known| names.contains(known.as_str()) && !may.contains(&known.as_str()));
        wrong.map(|known| format!("`{name}` depends on `{known}`")).collect()
    }

    /// The packages that a manifest lists in any section, for any target, by their own names.
    fn dependencies(&self, manifest: &Table) -> BTreeSet<String> {
        let targets = manifest.get("target").and_then(Value::as_table);
        let tables = targets.into_iter().flatten().filter_map(|(_, target)| target.as_table());
        let sections =
            tables.chain([manifest]).flat_map(|table| SECTIONS.iter().map(|name| table.get(*name)));
        let entries = sections.flatten().filter_map(Value::as_table).flatten();
        entries.map(|(key, entry)| self.package_of(key, entry)).collect()
    }

    fn package_of(&self, key: &str, entry: &Value) -> String {
        let shared = at(&self.root, &["workspace", "dependencies", key]);
        let renamed = entry.get("package").or_else(|| shared?.get("package"));
        renamed.and_then(Value::as_str).unwrap_or(key).to_owned()
    }
}

fn package(manifest: &Table) -> &str {
    at(manifest, &["package", "name"]).and_then(Value::as_str).expect("every member has a name")
}

fn at<'t>(table: &'t Table, keys: &[&str]) -> Option<&'t Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter().try_fold(table.get(*first)?, |value, key| value.get(*key))
}

#[cfg(test)]
mod tests {
    use super::Workspace;

    const ROOT: &str = r#"
        [workspace]
        members = ["schema", "pipeline", "pipeline/ingest", "pipeline/link"]
        [workspace.dependencies]
        csv = "1"
        joined = { path = "pipeline/link", package = "link" }
        [workspace.lints.rust]
        unsafe_code = "deny"
    "#;

    fn manifest(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{rest}")
    }

    fn workspace() -> Workspace {
        Workspace::read(|path| match path {
            "Cargo.toml" => ROOT.to_owned(),
            "schema/Cargo.toml" => {
                manifest("schema", "[lints]\nworkspace = true\n[dev-dependencies]\ncsv = \"1\"")
            }
            "pipeline/Cargo.toml" => {
                manifest("pipeline", "[dependencies]\nlink = \"0\"\n[lints]\nworkspace = true")
            }
            "pipeline/ingest/Cargo.toml" => {
                manifest("ingest", "[target.'cfg(unix)'.dev-dependencies]\njoined.workspace = true")
            }
            _ => manifest("link", "[build-dependencies]\nschema = \"0\"\n[lints]\nworkspace = true"),
        })
    }

    #[test]
    fn a_stage_that_knows_a_stage_is_found() {
        assert_eq!(workspace().wrong_dependencies(), ["`ingest` depends on `link`"]);
    }

    #[test]
    fn missing_lints_are_found() {
        let found = workspace().missing_lints();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("pipeline/ingest/Cargo.toml"));
    }

    #[test]
    fn a_file_belongs_to_the_nearest_crate() {
        let workspace = workspace();
        assert_eq!(workspace.crate_of("pipeline/ingest/src/lib.rs"), Some("ingest"));
        assert_eq!(workspace.crate_of("pipeline/src/main.rs"), Some("pipeline"));
        assert_eq!(workspace.crate_of("tests/main.rs"), None);
        assert_eq!(workspace.outside_dependencies(), ["csv"]);
    }
}
