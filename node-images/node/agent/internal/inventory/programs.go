package inventory

import (
	"debug/buildinfo"
	"os"
	"path/filepath"
	"runtime/debug"
)

// readPrograms lists the modules that each program's own build record names; scripts and links are passed over.
func readPrograms(folder, licenses string) ([]program, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var programs []program
	for _, entry := range entries {
		if !entry.Type().IsRegular() {
			continue
		}
		info, err := buildinfo.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		programs = append(programs, newProgram(entry.Name(), info, licenses))
	}
	return programs, nil
}

func newProgram(name string, info *buildinfo.BuildInfo, licenses string) program {
	modules := []component{newModule("std", info.GoVersion, licenses)}
	for _, module := range info.Deps {
		modules = append(modules, newModule(module.Path, effectiveVersion(module), licenses))
	}
	return program{Name: name, Main: mainModule(info, modules), Modules: modules}
}

func effectiveVersion(module *debug.Module) string {
	if module.Replace != nil {
		return module.Replace.Version
	}
	return module.Version
}

// mainModule is the module that the program's main package comes from. A program built as a tool of another module
// names it by its path alone; the version is then that of the module whose path is the longest beginning of it.
func mainModule(info *buildinfo.BuildInfo, modules []component) component {
	best := component{Name: info.Path, Version: info.Main.Version}
	length := 0
	for _, module := range modules {
		if len(module.Name) > length && isBelow(info.Path, module.Name) {
			best, length = module, len(module.Name)
		}
	}
	return best
}

func isBelow(path, module string) bool {
	return path == module || len(path) > len(module) && path[:len(module)] == module && path[len(module)] == '/'
}

func newModule(path, version, licenses string) component {
	return component{
		Name:    path,
		Version: version,
		URL:     "pkg:golang/" + path + "@" + version,
		License: goLicense(filepath.Join(licenses, path+"@"+version)),
	}
}
