//! Devices.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/delete-device-by-user" AccessKey delete_device DeleteDevice
        (user_id: Text "userId", id: Text "id")
        {};

    POST "/api/v3/suspend-device-by-user" AccessKey suspend_device SuspendDevice
        (end_time: Text "endTime", user_id: Text "userId", id: Text "id")
        {};

    POST "/api/v3/disable-device-by-user" AccessKey disable_device DisableDevice
        (id: Text "id", user_id: Text "userId")
        {};

    POST "/api/v3/enable-device-by-user" AccessKey enable_device EnableDevice
        (id: Text "id", user_id: Text "userId")
        {};

    POST "/api/v3/device-status" AccessKey get_device_status GetDeviceStatus
        (id: Text "id")
        {};

    POST "/api/v3/create-device" AccessKey create_device CreateDevice
        (
            device_unique_id: Text "deviceUniqueId", r#type: Text "type",
            custom_data: Object "customData"
        )
        {
            name: Text "name", version: Text "version", hks: Text "hks", fde: Text "fde",
            hor: Flag "hor", sn: Text "sn", producer: Text "producer", r#mod: Text "mod",
            os: Text "os", imei: Text "imei", meid: Text "meid", description: Text "description",
            language: Text "language", cookie: Flag "cookie", user_agent: Text "userAgent"
        };

    POST "/api/v3/get-last-login-apps-by-deviceIds" AccessKey find_last_login_apps_by_device_ids FindLastLoginAppsByDeviceIds
        (device_ids: List "deviceIds")
        {user_id: Text "userId"};

    POST "/api/v3/authing-verify/create-device" AccessKey create_verify_device CreateVerifyDevice
        (
            device_unique_id: Text "deviceUniqueId", r#type: Text "type",
            custom_data: Object "customData"
        )
        {
            name: Text "name", version: Text "version", hks: Text "hks", fde: Text "fde",
            hor: Flag "hor", sn: Text "sn", producer: Text "producer", r#mod: Text "mod",
            os: Text "os", imei: Text "imei", meid: Text "meid", description: Text "description",
            language: Text "language", cookie: Flag "cookie", user_agent: Text "userAgent"
        };
}
