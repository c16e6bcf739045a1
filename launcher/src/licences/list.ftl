<#-- One line a library: its name, where it comes from, its version, its licences. -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licences = entry.getValue()/>
${project.name}|${project.groupId}:${project.artifactId}|${project.version}|<#list licences as licence>${licence}<#sep> OR </#list>
</#list>
