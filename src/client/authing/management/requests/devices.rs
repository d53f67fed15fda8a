//! Devices.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/delete-device-by-user" AccessKey delete_device DeleteDevice
        [
            "Unbind a device from a user." "delete_device" "py,node,java,go,cs" "node"
            "DeleteTerminalUserDto"
            "py=delete_device;node=deleteDevice;java=deleteDevice;go=DeleteDevice;cs=DeleteDevice"
            "" "CommonResponseDto" "none" "-"
        ]
        (user_id: Text "userId", id: Text "id")
        {};

    POST "/api/v3/suspend-device-by-user" AccessKey suspend_device SuspendDevice
        [
            "Suspend a user's device." "suspend_device" "py,node,java,go,cs" "node"
            "SuspendTerminalUserDto"
            "py=suspend_device;node=suspendDevice;java=suspendDevice;go=SuspendDevice;cs=SuspendDevice"
            "" "CommonResponseDto" "none" "-"
        ]
        (end_time: Text "endTime", user_id: Text "userId", id: Text "id")
        {};

    POST "/api/v3/disable-device-by-user" AccessKey disable_device DisableDevice
        [
            "Disable a user's device." "disable_device" "py,node,java,go,cs" "node"
            "UpdateTerminalUserDto"
            "py=disable_device;node=disableDevice;java=disableDevice;go=DisableDevice;cs=DisableDevice"
            "" "CommonResponseDto" "none" "-"
        ]
        (id: Text "id", user_id: Text "userId")
        {};

    POST "/api/v3/enable-device-by-user" AccessKey enable_device EnableDevice
        [
            "Enable a user's device." "enable_device" "py,node,java,go,cs" "node"
            "UpdateTerminalUserDto"
            "py=enable_device;node=enableDevice;java=enableDevice;go=EnableDevice;cs=EnableDevice"
            "" "CommonResponseDto" "none" "-"
        ]
        (id: Text "id", user_id: Text "userId")
        {};

    POST "/api/v3/device-status" AccessKey get_device_status GetDeviceStatus
        [
            "Read the state of a device." "get_device_status" "py,node,java,go,cs" "node"
            "TerminalBaseDto"
            "py=get_device_status;node=getDeviceStatus;java=getDeviceStatus;go=GetDeviceStatus;cs=GetDeviceStatus"
            "" "DeviceStatusRespDto" "DeviceStatusResponseDataDto" "-"
        ]
        (id: Text "id")
        {};

    POST "/api/v3/create-device" AccessKey create_device CreateDevice
        [
            "Register a device." "create_device" "py,node,java,go,cs" "node+py" "CreateTerminalDto"
            "py=create_device;node=createDevice;java=createDevice;go=CreateDevice;cs=CreateDevice"
            "deprecated upstream" "TerminalInfoRespDto" "TerminalInfoDto" "-"
        ]
        (
            device_unique_id: Text "deviceUniqueId",
            r#type: Choice["Browser" "Mobile" "Desktop"] "type", custom_data: Object "customData"
        )
        {
            name: Text "name", version: Text "version", hks: Text "hks", fde: Text "fde",
            hor: Flag "hor", sn: Text "sn", producer: Text "producer", r#mod: Text "mod",
            os: Text "os", imei: Text "imei", meid: Text "meid", description: Text "description",
            language: Text "language", cookie: Flag "cookie", user_agent: Text "userAgent"
        };

    POST "/api/v3/get-last-login-apps-by-deviceIds" AccessKey find_last_login_apps_by_device_ids FindLastLoginAppsByDeviceIds
        [
            "List applications last used on devices." "find_last_login_apps_by_device_ids"
            "py,node,java,go,cs" "node" "QueryTerminalAppsDto"
            "py=find_last_login_apps_by_device_ids;node=findLastLoginAppsByDeviceIds;java=findLastLoginAppsByDeviceIds;go=FindLastLoginAppsByDeviceIds;cs=FindLastLoginAppsByDeviceIds"
            "deprecated upstream" "CommonResponseDto" "none" "-"
        ]
        (device_ids: Texts "deviceIds")
        {user_id: Text "userId"};

    POST "/api/v3/authing-verify/create-device" AccessKey create_verify_device CreateVerifyDevice
        [
            "Register a verify-app device." "create_verify_device" "py,node,java,go,cs" "node+py"
            "CreateTerminalDto"
            "py=create_verify_device;node=createVerifyDevice;java=createVerifyDevice;go=CreateVerifyDevice;cs=CreateVerifyDevice"
            "" "TerminalInfoRespDto" "TerminalInfoDto" "-"
        ]
        (
            device_unique_id: Text "deviceUniqueId",
            r#type: Choice["Browser" "Mobile" "Desktop"] "type", custom_data: Object "customData"
        )
        {
            name: Text "name", version: Text "version", hks: Text "hks", fde: Text "fde",
            hor: Flag "hor", sn: Text "sn", producer: Text "producer", r#mod: Text "mod",
            os: Text "os", imei: Text "imei", meid: Text "meid", description: Text "description",
            language: Text "language", cookie: Flag "cookie", user_agent: Text "userAgent"
        };

    POST "/api/v3/add-device" AccessKey add_device AddDevice
        [
            "Register a device (newer endpoint)." "add_device" "node" "node" "CreateTerminalDto"
            "node=addDevice" "" "TerminalInfoRespDto" "TerminalInfoDto" "-"
        ]
        (
            custom_data: Any "customData", r#type: Choice["Browser" "Mobile" "Desktop"] "type",
            device_unique_id: Text "deviceUniqueId"
        )
        {
            name: Text "name", version: Text "version", hks: Text "hks", fde: Text "fde",
            hor: Flag "hor", sn: Text "sn", producer: Text "producer", r#mod: Text "mod",
            os: Text "os", imei: Text "imei", meid: Text "meid", description: Text "description",
            language: Text "language", cookie: Flag "cookie", user_agent: Text "userAgent"
        };

    POST "/api/v3/get-last-login-apps-by-device-ids" AccessKey find_last_login_apps_by_device_ids_v2 FindLastLoginAppsByDeviceIdsV2
        [
            "List applications last used on devices (newer endpoint)."
            "find_last_login_apps_by_device_ids_v2" "node" "node" "QueryTerminalAppsDto"
            "node=findLastLoginAppsByDeviceIdsV2" "" "CommonResponseDto" "none" "-"
        ]
        (device_ids: Texts "deviceIds")
        {user_id: Text "userId"};

    POST "/api/v3/delete-device" AccessKey delete_device_v2 DeleteDeviceV2
        [
            "Remove a device." "delete_device_v2" "cs" "cs" "DeleteTerminalDto" "cs=DeleteDevice1"
            "" "CommonResponseDto" "none" "-"
        ]
        ()
        {id: Text "id"};

    POST "/api/v3/suspend-device" AccessKey suspend_device_v2 SuspendDeviceV2
        [
            "Suspend a device." "suspend_device_v2" "cs" "cs" "SuspendTerminalDto"
            "cs=SuspendDevice1" "" "CommonResponseDto" "none" "-"
        ]
        ()
        {end_time: Integer "endTime", id: Text "id"};

    POST "/api/v3/disable-device" AccessKey disable_device_v2 DisableDeviceV2
        [
            "Disable a device." "disable_device_v2" "cs" "cs" "UpdateTerminalDto"
            "cs=DisableDevice1" "" "CommonResponseDto" "none" "-"
        ]
        ()
        {id: Text "id"};

    POST "/api/v3/enable-device" AccessKey enable_device_v2 EnableDeviceV2
        [
            "Enable a device." "enable_device_v2" "cs" "cs" "UpdateTerminalDto" "cs=EnableDevice1"
            "" "CommonResponseDto" "none" "-"
        ]
        ()
        {id: Text "id"};
}
