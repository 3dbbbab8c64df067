// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/roster/one_roster.h"

#include <zip.h>

#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

/// The files of a roster, by name.
using RosterFiles = std::map<std::string, std::string>;

inline std::string zipOf(const RosterFiles &files)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto &[name, content] : files) {
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

inline roster::Roster readRoster(const RosterFiles &files, const std::set<std::string> &known = {},
                                 const roster::ArchiveLimits &limits = {})
{
    const auto bytes = zipOf(files);
    roster::Archive archive(bytes, limits);
    return roster::readOneRoster(archive, roster::readManifest(archive), known);
}

inline constexpr auto orgsHeader = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n";
inline constexpr auto users11Header =
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,"
    "identifier,email,sms,phone,agentSourcedIds,grades,password\n";
inline constexpr auto users12Header =
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,"
    "sms,"
    "phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,"
    "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n";
inline constexpr auto rolesHeader = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
                                    "orgSourcedId,userProfileSourcedId\n";
inline constexpr auto sessionsHeader =
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n";

inline std::string manifest(const std::string &version, const std::string &users, const std::string &roles = "absent",
                            const std::string &orgs = "bulk")
{
    return "propertyName,value\nmanifest.version,1.0\noneroster.version," + version + "\nfile.orgs," + orgs
        + "\nfile.users," + users + "\nfile.roles," + roles
        + "\nfile.academicSessions,absent\nfile.classes,bulk\nsource.systemName,Sample SIS\n";
}

inline const std::string someOrgs = std::string(orgsHeader)
    + "d1,,,Prairie District,district,NCES-1,st\n"
      "s1,,,Lincoln School,school,NCES-11,d1\n"
      "m1,,,Mathematics,department,,s1\n"
      "st,,,The State,state,,\n";

/// Two teachers, a principal, and those of whom nothing may be read.
inline RosterFiles roster11()
{
    return {
        { "manifest.csv", manifest("1.1", "bulk") },
        { "orgs.csv", someOrgs },
        { "users.csv",
          std::string(users11Header)
              + "t1,,,true,s1,teacher,t.one,,Tina,One,,N1,tina@school.example,555,556,,,secretOfTina\r\n"
                "t2,,,TRUE,\"m1,d1\",teacher,t.two,,\"Tom \"\"T\"\"\",\"Two, Jr.\",,N2,tom@school.example,,,,,pw\r\n"
                "p1,,,true,s1,principal,p.one,,Paula,Prime,,N3,paula@school.example,,,,,pw\r\n"
                "k1,,,true,s1,student,kid.login,,Kidgiven,Kidfamily,Kidmiddle,K77,kid@home.example,5,6,,07,kidpw\r\n"
                "g1,,,true,s1,guardian,guard,,Guardgiven,Guardfamily,,G77,guard@home.example,5,6,k1,,gpw\r\n"
                "a1,,,true,s1,aide,aide,,Aidegiven,Aidefamily,,A77,aide@school.example,,,,,pw\r\n"
                "c1,,,true,s1,coach,coach,,Coachgiven,Coachfamily,,C77,coach@school.example,,,,,pw\r\n" },
        { "classes.csv", "not even a table" }
    };
}

inline RosterFiles roster12()
{
    return { { "manifest.csv", manifest("1.2", "bulk", "bulk") },
             { "orgs.csv", someOrgs },
             { "users.csv",
               std::string(users12Header)
                   + "t1,,,true,t.one,,Tina,One,,N1,tina@school.example,5,6,,,secretOfTina,M1,,Tini,,,s1,she/her\n"
                     "k1,,,true,kid.login,,Kidgiven,Kidfamily,,K77,kid@home.example,5,6,,07,kidpw,,,,,,s1,\n" },
             { "roles.csv",
               std::string(rolesHeader)
                   + "r1,,,t1,secondary,districtAdministrator,,,d1,\n"
                     "r2,,,t1,primary,teacher,2026-08-10,2027-06-04,s1,\n"
                     "r3,,,k1,primary,student,,,s1,\n"
                     "r4,,,t1,secondary,parent,,,s1,\n" } };
}
